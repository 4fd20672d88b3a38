package assay.report;

import assay.compare.Comparison;
import assay.compare.ComparisonFile;
import assay.compare.bench.BadBench;
import assay.compare.bench.BenchFile;
import assay.grade.Rules;
import assay.parity.ParityFile;
import assay.pull.PullFile;
import assay.result.ResultFile;
import assay.testkit.Fuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was stored and changed since, by accident or by hand, is read or refused in the way that the reader promises. */
class StoredFuzzTest {
    private static final int COUNT = 100;
    private static final long MOST_BYTES = 64 << 20;

    @TempDir
    private Path folder;

    private static void fuzz(String name, byte[] good, Class<? extends Exception> declared, Fuzz.Reader reader)
            throws Exception {
        new Fuzz(name, List.of(good), Set.of(declared), MOST_BYTES).run(COUNT, reader);
    }

    @Test
    void records_of_results() throws Exception {
        byte[] good = ResultFile.toJson(Records.rich()).getBytes(StandardCharsets.UTF_8);
        fuzz("result.json", good, IOException.class, input -> {
            Files.write(folder.resolve(ResultFile.NAME), input);
            ResultFile.read(folder);
        });
    }

    @Test
    void records_of_parity() throws Exception {
        ParityFile.write(PagesTest.devices("cpu", "cuda"), folder);
        Path file = folder.resolve(ParityFile.NAME);
        fuzz("parity.json", Files.readAllBytes(file), IOException.class, input -> {
            Files.write(file, input);
            ParityFile.read(folder);
        });
    }

    @Test
    void comparisons() throws Exception {
        Comparison comparison = Comparisons.rich("text");
        byte[] good = ComparisonFile.toJson(comparison).getBytes(StandardCharsets.UTF_8);
        fuzz("comparison.json", good, IOException.class, input -> {
            ComparisonFile.read(Files.write(folder.resolve("comparison.json"), input));
        });
    }

    @Test
    void benchmarks() throws Exception {
        Path file = folder.resolve("bench.json");
        BenchFile.write(
                file,
                Map.of("jdk", "17"),
                "[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"forks\":2,\"params\":{\"n\":\"1\"},\"primaryMetric\":"
                        + "{\"score\":1.5,\"scoreUnit\":\"ns/op\",\"rawData\":[[1.0,2.5],[3e-1,4]]}}]");
        fuzz("bench.json", Files.readAllBytes(file), BadBench.class, input -> {
            BenchFile.read(Files.write(file, input));
        });
    }

    @Test
    void records_of_pull_requests() throws Exception {
        PullFile.write(PullReportsTest.rich(), folder);
        Path file = folder.resolve(PullFile.NAME);
        fuzz("pull.json", Files.readAllBytes(file), IllegalArgumentException.class, input -> {
            PullMarkdown.render(PullFile.read(Files.write(file, input)));
        });
    }

    @Test
    void rules() throws Exception {
        String digest = "0123456789abcdef";
        new Rules(Rules.SCHEMA, digest, List.of(new Rules.Rule("t", "c", 2, "close-to", Map.of("on", "\"all\""), "3")))
                .keep(folder);
        Path file = folder.resolve("rules").resolve(digest + ".json");
        fuzz("rules", Files.readAllBytes(file), IOException.class, input -> {
            Files.write(file, input);
            Rules.find(folder, digest).ifPresent(rules -> rules.of("t", "c"));
        });
    }

    @Test
    void marks() throws Exception {
        byte[] good = "submission,item,points,of,comment,title\r\nanna,proof,2,4,\"good, but\",x\r\n"
                .getBytes(StandardCharsets.UTF_8);
        fuzz("marks.csv", good, MarksCsv.BadMarks.class, input -> {
            MarksCsv.apply(Files.write(folder.resolve("marks.csv"), input), MarksCsvTest.pending("anna"));
        });
    }
}
