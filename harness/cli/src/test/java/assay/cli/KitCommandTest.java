package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.testkit.Needs;
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
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
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
        // The example that 'new assignment' writes is nobody's secret.
        names.removeIf(name -> name.startsWith("assay/template/"));
        for (String name : names) {
            boolean secret = name.contains("private/")
                    || name.contains("grading.yaml")
                    || name.contains("samples/")
                    || name.contains("expect.yaml")
                    || name.contains("assay-reference")
                    || name.startsWith("assay/reference/");
            assertFalse(secret, name);
        }
    }

    @Test
    void a_folder_is_no_place_for_a_zip() {
        Shell shell = Shell.run("kit", "dnn-basics", "-o", folder);
        assertEquals(64, shell.code(), shell.all());
        assertTrue(shell.err().contains("write --out " + folder.resolve("dnn-basics-kit.zip")), shell.err());
    }

    @Test
    void gives_the_same_bytes_each_time() throws IOException {
        byte[] first = Files.readAllBytes(kit());
        assertTrue(Arrays.equals(first, Files.readAllBytes(kit())));
    }

    @Test
    void checks_a_solution_once_it_is_unpacked() throws Exception {
        Path home = unpacked();
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

    @Test
    void runs_as_a_test_of_an_ide() throws Exception {
        Path home = unpacked();
        copyAnswers(home, "right-java-other");
        String path = home.resolve("lib") + "/*:" + home.resolve("lib/ide") + "/*";
        Output compiled = run(home, java("javac"), "-cp", path, "-d", "bin", "ide/SelfCheckTest.java");
        assertEquals(0, compiled.code(), compiled.text());
        Path launcher = Path.of(org.junit.platform.launcher.Launcher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path runner = Files.writeString(home.resolve("ide/Runner.java"), RUNNER);
        Output ran = run(home, java("java"), "-cp", path + ":bin:" + launcher, runner.toString());
        assertEquals(
                "",
                ran.text()
                        .lines()
                        .filter(line -> line.startsWith("failed "))
                        .findFirst()
                        .orElse(""));
        assertTrue(ran.text().contains("passed Gradient by the weights"), ran.text());
        assertTrue(ran.text().contains("aborted "), ran.text());
        copyAnswers(home, "mistakes-9");
        Output wrong = run(home, java("java"), "-cp", path + ":bin:" + launcher, runner.toString());
        assertTrue(wrong.text().contains("failed "), wrong.text());
    }

    /** Run the test as an IDE does, and print what became of each. */
    private static final String RUNNER = """
            import org.junit.platform.engine.TestExecutionResult;
            import org.junit.platform.engine.discovery.DiscoverySelectors;
            import org.junit.platform.launcher.TestExecutionListener;
            import org.junit.platform.launcher.TestIdentifier;
            import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
            import org.junit.platform.launcher.core.LauncherFactory;
            class Runner {
                public static void main(String... arguments) {
                    LauncherFactory.create().execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectClass("SelfCheckTest")).build(),
                            new TestExecutionListener() {
                                @Override
                                public void executionFinished(TestIdentifier id, TestExecutionResult result) {
                                    System.out.println(
                                            (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL ? "passed"
                                                    : result.getStatus().toString().toLowerCase())
                                                    + " " + id.getDisplayName() + result.getThrowable()
                                                            .map(e -> ": " + e.getMessage()).orElse(""));
                                }
                            });
                }
            }
            """;

    @Test
    void tries_the_public_checks_from_python_alone() throws Exception {
        Needs.python();
        Path home = unpacked();
        Output untouched = run(home, "python3", "my-solution/python/assay.py", "check");
        assertEquals(1, untouched.code(), untouched.text());
        assertTrue(untouched.text().contains("not answered yet"), untouched.text());
        copyAnswers(home, "right-python");
        Output right = run(home, "python3", "my-solution/python/assay.py", "check", "my-solution");
        assertEquals(0, right.code(), right.text());
        assertTrue(right.text().contains(" right, 0 wrong"), right.text());
        copyAnswers(home, "mistakes-4");
        Output wrong = run(home, "python3", "my-solution/python/assay.py", "check");
        assertEquals(1, wrong.code(), wrong.text());
        assertTrue(wrong.text().contains("WRONG in case"), wrong.text());
    }

    private record Output(int code, String text) {}

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static Output run(Path home, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        return new Output(process.exitValue(), text);
    }

    private Path unpacked() throws IOException {
        Path place = Files.createDirectories(folder.resolve("a student's folder"));
        unpack(kit(), place);
        return place.resolve("dnn-basics-kit");
    }

    /** Put a sample in the place of the solution; the helper files in its Python folder stay. */
    private static void copyAnswers(Path home, String sample) throws IOException {
        Path solution = home.resolve("my-solution");
        for (String old :
                List.of("java/Solution.java", "python/solution.py", "answers.yaml", "Solution.java", "solution.py")) {
            Files.deleteIfExists(solution.resolve(old));
        }
        try (Stream<Path> files = Files.walk(Shell.sample(sample))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target =
                        solution.resolve(Shell.sample(sample).relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
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
