package assay.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Fields;
import assay.api.Text;
import assay.api.Value;
import assay.api.Values;
import assay.api.wire.Wire;
import assay.api.wire.WireLimits;
import assay.data.DataHome;
import assay.experiment.job.Job;
import assay.experiment.job.Shelf;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol, with the worker in a JVM of its own. */
class WorkerProcessTest {
    private static final Fields SETTINGS =
            Objects.requireNonNull(Descriptions.variants("lenet", Map.of("train", 200, "test", 50, "epochs", 1))
                    .get("original"));

    @Test
    void answers_one_job_after_another_until_its_input_ends(@TempDir Path folder) throws Exception {
        String good = Wire.write(Values.of(Map.of(
                "experiment",
                "lenet",
                "variant",
                "original",
                "seed",
                7,
                "settings",
                SETTINGS,
                "data",
                Map.of("name", "digits", "home", folder.toString()))));
        String unknown = good.replace("\"lenet\"", "\"lenets\"");
        List<Fields> replies = replies(folder, String.join("\n", "no JSON", unknown, "", good, good) + "\n");

        assertEquals(
                List.of("failed", "failed", "result", "result"),
                replies.stream().map(r -> text(r, "type")).toList());
        assertTrue(text(replies.get(0), "message").contains("JSON"));
        assertTrue(text(replies.get(1), "message").contains("known: downscaling"));
        Fields first = replies.get(2);
        assertEquals(text(first, "digest"), text(replies.get(3), "digest"));
        assertEquals(
                Values.of(60_806), fields(first, "counts").get("parameters").orElseThrow());
        for (String part : List.of("metrics", "curves", "matrices", "images", "provenance")) {
            assertTrue(!fields(first, part).byName().isEmpty(), part);
        }

        Job job = new Job("lenet", "original", 7, SETTINGS, "digits", new DataHome(folder));
        Fields here = Experiments.of("lenet")
                .run(job, new Shelf(), (done, note) -> {})
                .message();
        assertEquals(text(first, "digest"), text(here, "digest"), "another process must give the same bits");
    }

    private static List<Fields> replies(Path folder, String input) throws Exception {
        Path in = Files.writeString(folder.resolve("in.jsonl"), input);
        Path out = folder.resolve("out.jsonl");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx700m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        for (String property : List.of("org.bytedeco.javacpp.cachedir", "org.eclipse.deeplearning4j.helpers.disable")) {
            command.add("-D" + property + "=" + System.getProperty(property));
        }
        command.add("assay.experiment.Main");
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        try {
            assertTrue(process.waitFor(240, TimeUnit.SECONDS), "the worker must end when its input does");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("err.txt")));
        Wire wire = new Wire(WireLimits.standard());
        List<Fields> replies = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            Fields reply = (Fields) wire.read(line.getBytes(StandardCharsets.UTF_8));
            if (!text(reply, "type").equals("progress")) {
                replies.add(reply);
            }
        }
        return replies;
    }

    private static String text(Fields of, String name) {
        return ((Text) of.get(name).orElseThrow()).text();
    }

    private static Fields fields(Fields of, String name) {
        Value value = of.get(name).orElseThrow();
        return (Fields) value;
    }
}
