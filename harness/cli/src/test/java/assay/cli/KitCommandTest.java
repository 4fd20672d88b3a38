package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitCommandTest {
    @TempDir
    private Path folder;

    private Path kit() {
        Path zip = folder.resolve("kit.zip");
        Shell shell = Shell.run("kit", "dnn-basics", "-o", zip);
        assertEquals(0, shell.code(), shell.all());
        return zip;
    }

    /** List all names, also of what lies in jars. */
    private static List<String> names(InputStream zip) throws IOException {
        List<String> names = new ArrayList<>();
        ZipInputStream entries = new ZipInputStream(zip);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            names.add(entry.getName());
            if (entry.getName().endsWith(".jar")) {
                names.addAll(names(new ByteArrayInputStream(entries.readAllBytes())));
            }
        }
        return names;
    }

    @Test
    void holds_nothing_private_and_no_reference() throws IOException {
        List<String> names = names(Files.newInputStream(kit()));
        assertTrue(names.size() > 1000, "only " + names.size() + " names were seen");
        assertTrue(names.contains("dnn-basics-kit/my-solution/answers.yaml"), "no starter");
        assertTrue(names.contains("dnn-basics-kit/README.md"), "no way in");
        for (String name : names) {
            boolean secret = name.contains("private/")
                    || name.contains("grading.yaml")
                    || name.contains("samples/")
                    || name.contains("expect.yaml")
                    || name.contains("assay-reference")
                    || (name.startsWith("assay/reference/"));
            assertFalse(secret, name);
        }
    }

    @Test
    void gives_the_same_bytes_each_time() throws IOException {
        byte[] first = Files.readAllBytes(kit());
        assertTrue(Arrays.equals(first, Files.readAllBytes(kit())));
    }

    @Test
    void checks_a_solution_once_it_is_unpacked() throws Exception {
        Path place = Files.createDirectories(folder.resolve("a student's folder"));
        unpack(kit(), place);
        Path home = place.resolve("dnn-basics-kit");
        Files.writeString(home.resolve("my-solution/answers.yaml"), """
                assignment: dnn-basics
                answers:
                  triangle/network:
                    hardlim-at-zero: 1
                    hidden: [[1, 1, -1], [0, 1, 0], [1, 0, 0]]
                    output-weights: [1, 1, 1]
                    output-bias: -2
                """);
        ProcessBuilder command = new ProcessBuilder("sh", "./assay", "check", "my-solution").directory(home.toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = command.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        assertEquals(1, process.exitValue(), text);
        assertTrue(text.contains("outside the triangle"), text);
        assertTrue(text.contains("judged only by your instructor"), text);
    }

    private static void unpack(Path zip, Path place) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = place.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.write(target, entries.readAllBytes());
            }
        }
    }
}
