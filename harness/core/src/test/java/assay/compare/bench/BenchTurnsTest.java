package assay.compare.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The processes of one program, measured one by one, become the file that one run would have written. */
class BenchTurnsTest {
    @TempDir
    private Path temp;

    private Path run(int number, String raw, String more) throws IOException {
        Path file = temp.resolve("run-" + number + ".json");
        BenchFile.write(
                file,
                Map.of(
                        "began", "at " + number,
                        "ended", "at " + (number + 1),
                        "load.before", "0." + number,
                        "settings", "1 forks"),
                "[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"forks\":1,\"params\":{\"n\":\"1\"},\"primaryMetric\":"
                        + "{\"score\":7,\"scoreError\":\"NaN\",\"scoreConfidence\":[\"NaN\",\"NaN\"],\"scoreUnit\":\"ns/op\","
                        + "\"scorePercentiles\":{\"50.0\":7},\"rawData\":[" + raw + "]},\"secondaryMetrics\":{}}" + more
                        + "]");
        return file;
    }

    private static String other(int time) {
        return ",{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"forks\":1,\"params\":{\"n\":\"2\"},\"primaryMetric\":"
                + "{\"scoreUnit\":\"ns/op\",\"rawData\":[[" + time + "]]}}";
    }

    @Test
    void each_process_is_kept_and_all_are_summarised_as_jmh_does() throws IOException, BadBench {
        Path file = temp.resolve("A.json");
        List<Path> runs = List.of(run(1, "[10, 12, 11]", other(20)), run(2, "[14, 16, 15]", other(22)));
        BenchTurns.join(runs, "now: A B B A", "0.5", file);
        BenchFile joined = BenchFile.read(file);
        assertEquals(
                List.of(List.of(11.0, 15.0), List.of(20.0, 22.0)),
                joined.entries().stream().map(BenchEntry::forks).toList());
        JsonNode result = JsonMapper.shared()
                .readTree(Files.readString(file))
                .path("results")
                .path(0);
        assertEquals(2, result.path("forks").asInt());
        JsonNode metric = result.path("primaryMetric");
        assertEquals(13, metric.path("score").asDouble());
        // JMH's ListStatistics.getMeanErrorAt(0.999): t(5, 0.9995) = 6.868827 times s = 2.366432 by the root of 6.
        assertEquals(
                6.868827 * 2.3664319 / Math.sqrt(6), metric.path("scoreError").asDouble(), 1e-5);
        assertEquals(
                metric.path("score").asDouble() + metric.path("scoreError").asDouble(),
                metric.path("scoreConfidence").path(1).asDouble(),
                1e-12);
        assertFalse(metric.has("scorePercentiles"), "those of the first process are not those of all");
    }

    @Test
    void the_facts_are_those_of_the_whole_time() throws IOException, BadBench {
        Path file = temp.resolve("A.json");
        BenchTurns.join(List.of(run(1, "[1]", ""), run(2, "[1]", "")), "now: A B B A", "0.5", file);
        assertEquals(
                Map.of("began", "at 1", "ended", "at 3", "load.before", "0.5", "turns", "now: A B B A"),
                BenchFile.read(file).provenance());
    }

    @Test
    void only_two_files_of_the_same_turns_were_in_turns() throws IOException, BadBench {
        List<Path> runs = List.of(run(1, "[1]", ""), run(2, "[1]", ""));
        Path first = temp.resolve("A.json");
        Path second = temp.resolve("B.json");
        BenchTurns.join(runs, "now: A B B A", "0.5", first);
        BenchTurns.join(runs, "then: A B B A", "0.5", second);
        assertTrue(
                BenchComparison.of(BenchFile.read(first), BenchFile.read(first)).isInTurns());
        assertFalse(BenchComparison.of(BenchFile.read(first), BenchFile.read(second))
                .isInTurns());
        assertFalse(BenchComparison.of(BenchFile.read(runs.get(0)), BenchFile.read(runs.get(1)))
                .isInTurns());
    }
}
