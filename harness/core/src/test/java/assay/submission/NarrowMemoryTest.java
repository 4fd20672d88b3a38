package assay.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.wire.Wire;
import assay.api.wire.WireException;
import assay.api.wire.WireLimits;
import assay.assignment.BadYaml;
import assay.assignment.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;

/** A grading program with 256 MiB refuses what is huge or deep, in sentences, one after the other. */
class NarrowMemoryTest {
    private static final List<String> OPENINGS = List.of("[", "{\"a\":", "{a: ", "- ", "? ", "a: [\n", "&a [");

    @TempDir
    private Path folder;

    /** Refuses all toys, and texts that are huge or deep. */
    static final class Child {
        private Child() {}

        /** Work in the folder {@code args[0]}. */
        @SuppressWarnings("SystemOut")
        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            int refused = 0;
            for (Arguments toy : ArchiveToysTest.refused().toList()) {
                Object[] parts = toy.get();
                Path source = Files.write(folder.resolve("toy" + parts[1]), (byte[]) parts[2]);
                try {
                    SubmissionReader.read(source, Files.createTempDirectory(folder, "staging"));
                    System.out.println("READ " + parts[0]);
                } catch (UnreadableSubmission e) {
                    refused++;
                }
            }
            for (String opening : OPENINGS) {
                refused += yaml(opening.repeat((1 << 20) / opening.length()), opening);
                refused += wire(opening.repeat((4 << 20) / opening.length()), opening);
            }
            refused += yaml("a: " + "1".repeat(1 << 20) + "\na: 2", "digits");
            refused += yaml("- 1\n".repeat(260_000), "values");
            refused += wire("{\"a\":" + "9".repeat(4_000_000) + "}", "digits");
            refused += wire("[" + "1,".repeat(2_000_000) + "1]", "values");
            refused += wire("\"" + "x".repeat(4_000_000) + "\"", "text");
            System.out.println("refused " + refused);
        }

        @SuppressWarnings("SystemOut")
        private static int yaml(String text, String what) {
            try {
                YamlReader.parse(text, "answers.yaml");
                System.out.println("READ yaml " + what.strip());
                return 0;
            } catch (BadYaml e) {
                return 1;
            }
        }

        @SuppressWarnings("SystemOut")
        private static int wire(String text, String what) {
            try {
                new Wire(WireLimits.standard()).read(text.getBytes(StandardCharsets.UTF_8));
                System.out.println("READ wire " + what.strip());
                return 0;
            } catch (WireException e) {
                return 1;
            }
        }
    }

    @Test
    @Tag("slow")
    void everything_is_refused_within_256_mebibytes() throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertTrue(child.waitFor(180, TimeUnit.SECONDS), "it must end");
        } finally {
            child.destroyForcibly();
        }
        long toys = ArchiveToysTest.refused().count();
        String said = Files.readString(out);
        assertEquals("refused " + (toys + 2 * OPENINGS.size() + 5) + "\n", said);
    }
}
