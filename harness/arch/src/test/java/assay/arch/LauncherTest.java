package assay.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.testkit.Needs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Try the launcher in folders of its own, with a JDK and a Maven that only write down what they are asked. */
class LauncherTest {
    /** Prints its arguments, one per line, and exits with 7; for the class archive it prints nothing that counts. */
    private static final String JAVA = """
            #!/bin/sh
            for argument in "$@"; do printf '%s\\n' "$argument"; done
            exit 7
            """;

    /** Makes the jar of the command line as the pom of harness/cli would; counts its runs in the file "builds". */
    private static final String MAVEN = """
            #!/bin/sh
            echo built >>builds
            echo '[INFO] Building Assay: stages 0.1.0-SNAPSHOT              [4/9]'
            sleep 0.2
            [ ! -e broken ] || { echo '[ERROR] Stages.java:[1,1] broken'; exit 1; }
            mkdir -p harness/cli/target/launcher/dist/lib
            echo jar >harness/cli/target/launcher/dist/lib/assay-cli-1.jar
            echo '[INFO] BUILD SUCCESS'
            """;

    @TempDir
    Path temp;

    private Path home;
    private Path jdk;
    private Path tools;

    record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void copyTheLauncher() throws IOException {
        Needs.tool("sh");
        home = Files.createDirectories(temp.resolve("a home"));
        Files.copy(Project.ROOT.resolve("assay"), home.resolve("assay"));
        executable(home.resolve("assay"), Files.readString(home.resolve("assay")));
        jdk = jdk("17.0.1");
        tools = Files.createDirectories(temp.resolve("tools"));
        executable(tools.resolve("mvn"), MAVEN);
    }

    @Test
    void a_kit_starts_with_the_jars_beside_the_launcher() throws Exception {
        makeKit();
        Outcome outcome = run(home.resolve("assay").toString(), "check", "my folder", "*");
        assertEquals(7, outcome.exit());
        List<String> arguments = outcome.out().lines().toList();
        assertTrue(arguments.contains("-Dassay.home=" + home), outcome.out());
        assertTrue(arguments.contains("-Dassay.lib=" + home.resolve("lib")), outcome.out());
        assertTrue(arguments.contains(home.resolve("lib/a.jar") + ":" + home.resolve("lib/b.jar")), outcome.out());
        assertEquals(
                List.of("assay.cli.Main", "check", "my folder", "*"),
                arguments.subList(arguments.size() - 4, arguments.size()));
    }

    @Test
    void the_fast_start_is_prepared_once() throws Exception {
        makeKit();
        assertTrue(run(home.resolve("assay").toString()).err().contains("preparing the fast start"));
        assertEquals("", run(home.resolve("assay").toString()).err());
    }

    @Test
    void the_fast_start_is_trained_on_answers_that_need_no_code() throws Exception {
        makeKit();
        Path starter = Files.createDirectories(home.resolve("assignments/a sheet/public/starter"));
        Files.createFile(starter.resolve("answers.yaml"));
        Files.createFile(starter.resolve("Solution.java"));
        Path trained = temp.resolve("trained");
        executable(
                jdk.resolve("bin/java"),
                "#!/bin/sh\ncase $* in *' check '*' --out '*)\n"
                        + "while [ \"$1\" != check ]; do shift; done\nls \"$2\" >>'" + trained + "' ;;\nesac\n");
        assertEquals(0, run(home.resolve("assay").toString()).exit());
        assertEquals(List.of("answers.yaml"), Files.readAllLines(trained));
        try (Stream<Path> left = Files.list(home.resolve("lib"))) {
            assertTrue(left.noneMatch(Files::isDirectory), "the trial was not removed");
        }
    }

    @Test
    void a_kit_that_was_moved_prepares_its_fast_start_again() throws Exception {
        makeKit();
        run(home.resolve("assay").toString());
        home = Files.move(home, temp.resolve("elsewhere"));
        assertTrue(run(home.resolve("assay").toString()).err().contains("preparing the fast start"));
        assertEquals("", run(home.resolve("assay").toString()).err());
    }

    @Test
    void it_is_found_through_links() throws Exception {
        makeKit();
        Path links = Files.createDirectories(temp.resolve("links"));
        Files.createSymbolicLink(links.resolve("first"), Path.of("../a home/assay"));
        Files.createSymbolicLink(temp.resolve("second"), links.resolve("first"));
        Outcome outcome = run(temp.resolve("second").toString());
        assertTrue(outcome.out().contains("-Dassay.home=" + home + "\n"), outcome.out() + outcome.err());
    }

    @Test
    void options_of_the_user_come_after_the_defaults() throws Exception {
        makeKit();
        List<String> arguments = start(
                        Map.of("ASSAY_OPTS", "-Xmx5g -Dx=y"),
                        home.resolve("assay").toString())
                .out()
                .lines()
                .toList();
        assertTrue(arguments.indexOf("-Xmx1g") < arguments.indexOf("-Xmx5g"), arguments.toString());
        assertTrue(arguments.contains("-Dx=y"), arguments.toString());
    }

    @Test
    void an_old_jdk_is_refused_with_what_was_found() throws Exception {
        makeKit();
        jdk = jdk("11.0.2");
        Outcome outcome = run(fewPrograms());
        assertEquals(3, outcome.exit());
        assertTrue(outcome.err().contains("needs a JDK 17 or newer"), outcome.err());
        assertTrue(outcome.err().contains(jdk + " is version 11.0.2"), outcome.err());
    }

    @Test
    void an_old_jdk_in_java_home_yields_to_a_new_one_on_the_path() throws Exception {
        makeKit();
        Path old = jdk("1.8.0_400");
        Outcome outcome = start(
                Map.of("JAVA_HOME", old.toString(), "PATH", jdk.resolve("bin") + ":" + System.getenv("PATH")),
                home.resolve("assay").toString());
        assertEquals(7, outcome.exit(), outcome.err());
    }

    @Test
    void a_jre_is_refused_because_submissions_are_compiled() throws Exception {
        makeKit();
        Files.delete(jdk.resolve("bin/javac"));
        Outcome outcome = run(fewPrograms());
        assertEquals(3, outcome.exit());
        assertTrue(outcome.err().contains("a JDK is needed, this is a JRE"), outcome.err());
    }

    @Test
    void a_checkout_is_built_once_with_a_line_per_module() throws Exception {
        makeCheckout();
        Outcome first = run(home.resolve("assay").toString());
        assertEquals(7, first.exit(), first.err());
        assertTrue(first.err().contains("first use"), first.err());
        assertTrue(first.err().contains("  [4/9] Assay: stages\n"), first.err());
        assertEquals("", run(home.resolve("assay").toString()).err());
        assertEquals(1, builds());
    }

    @Test
    void a_newer_source_or_a_deleted_one_is_built_again() throws Exception {
        makeCheckout();
        run(home.resolve("assay").toString());
        Path source = home.resolve("harness/cli/src/main/java/Main.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
        assertTrue(run(home.resolve("assay").toString()).err().contains("sources have changed"));
        Files.delete(source);
        assertTrue(run(home.resolve("assay").toString()).err().contains("sources have changed"));
        assertEquals("", run(home.resolve("assay").toString()).err());
        assertEquals(3, builds());
    }

    @Test
    void a_build_in_use_survives_the_next_one() throws Exception {
        makeCheckout();
        String first = library(run(home.resolve("assay").toString()));
        String second = library(
                start(Map.of("ASSAY_BUILD", "always"), home.resolve("assay").toString()));
        assertFalse(first.equals(second), first);
        assertTrue(Files.exists(Path.of(first, "assay-cli-1.jar")), first);
        run(Map.of("ASSAY_BUILD", "always"));
        assertFalse(Files.exists(Path.of(first)), first + " is two builds old");
    }

    @Test
    void a_failed_build_shows_the_end_of_its_log_and_leaves_nothing() throws Exception {
        makeCheckout();
        Files.createFile(home.resolve("broken"));
        Outcome outcome = run(home.resolve("assay").toString());
        assertEquals(3, outcome.exit());
        assertTrue(outcome.err().contains("[ERROR] Stages.java:[1,1] broken"), outcome.err());
        assertEquals("", outcome.out());
        Files.delete(home.resolve("broken"));
        assertEquals(7, run(home.resolve("assay").toString()).exit());
    }

    @Test
    void two_first_uses_at_once_build_once() throws Exception {
        makeCheckout();
        both_first_uses_run(Map.of());
        assertEquals(1, builds());
    }

    @Test
    void two_first_uses_at_once_build_once_without_flock() throws Exception {
        makeCheckout();
        both_first_uses_run(fewPrograms());
        assertEquals(1, builds());
        assertFalse(Files.exists(home.resolve("target/dist/lock.d")));
    }

    @Test
    void the_lock_of_a_dead_process_is_taken_over() throws Exception {
        makeCheckout();
        Path lock = Files.createDirectories(home.resolve("target/dist/lock.d"));
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
        Outcome outcome = run(fewPrograms());
        assertEquals(7, outcome.exit(), outcome.err());
    }

    @Test
    void the_real_command_line_starts_and_a_ruined_class_archive_is_harmless() throws Exception {
        Path lib = Files.createDirectories(home.resolve("lib"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            if (Files.isRegularFile(jar)) {
                Files.copy(jar, lib.resolve(jar.getFileName()));
            }
        }
        try (Stream<Path> jars = Files.list(lib)) {
            Needs.that(
                    jars.anyMatch(jar -> jar.getFileName().toString().startsWith("assay-cli")),
                    "needs the packaged jars: mvn verify");
        }
        jdk = Path.of(System.getProperty("java.home"));
        String launcher = home.resolve("assay").toString();
        Outcome first = run(launcher, "--help");
        assertEquals(0, first.exit(), first.err());
        assertTrue(first.out().startsWith("Usage: assay"), first.out());
        Path archive;
        try (Stream<Path> files = Files.list(lib)) {
            archive = files.filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow();
        }
        assertTrue(Files.size(archive) > 1_000_000, archive + " has " + Files.size(archive) + " bytes");
        Files.delete(archive);
        Files.writeString(archive, "not an archive");
        assertEquals(new Outcome(0, first.out(), ""), run(launcher, "--help"));
    }

    private void makeKit() throws IOException {
        Path lib = Files.createDirectories(home.resolve("lib"));
        Files.createFile(lib.resolve("b.jar"));
        Files.createFile(lib.resolve("a.jar"));
    }

    private void makeCheckout() throws IOException {
        FileTime past = FileTime.from(Instant.now().minusSeconds(60));
        Path sources = Files.createDirectories(home.resolve("harness/cli/src/main/java"));
        for (Path file :
                List.of(home.resolve("pom.xml"), home.resolve("harness/cli/pom.xml"), sources.resolve("Main.java"))) {
            Files.setLastModifiedTime(Files.createFile(file), past);
        }
        for (Path folder = sources; !folder.equals(home); folder = folder.getParent()) {
            Files.setLastModifiedTime(folder, past);
        }
    }

    private Path jdk(String version) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("jdk-" + version + "/bin"));
        executable(folder.resolve("java"), JAVA);
        executable(folder.resolve("javac"), JAVA);
        Files.writeString(folder.resolveSibling("release"), "IMPLEMENTOR=\"A B\"\nJAVA_VERSION=\"" + version + "\"\n");
        return folder.getParent();
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Set the path to the programs that the launcher uses, without flock and without java. */
    private Map<String, String> fewPrograms() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("few programs"));
        for (String name : List.of(
                "sh",
                "cat",
                "cp",
                "date",
                "find",
                "head",
                "mkdir",
                "mv",
                "readlink",
                "rm",
                "sed",
                "sleep",
                "tail",
                "touch",
                "tr")) {
            executable(folder.resolve(name), "#!/bin/sh\nexec '" + Needs.tool(name) + "' \"$@\"\n");
        }
        return Map.of("PATH", tools + ":" + folder);
    }

    private long builds() throws IOException {
        return Files.readAllLines(home.resolve("builds")).size();
    }

    private static String library(Outcome outcome) {
        String property = "-Dassay.lib=";
        return outcome.out()
                .lines()
                .filter(line -> line.startsWith(property))
                .findFirst()
                .orElseThrow()
                .substring(property.length());
    }

    private void both_first_uses_run(Map<String, String> environment) throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(process(environment, home.resolve("assay").toString()).start());
        }
        for (Process process : processes) {
            Outcome outcome = outcome(process);
            assertEquals(7, outcome.exit(), outcome.err());
        }
    }

    private Outcome run(String... command) throws Exception {
        return start(Map.of(), command);
    }

    private Outcome run(Map<String, String> environment) throws Exception {
        return start(environment, home.resolve("assay").toString());
    }

    private Outcome start(Map<String, String> environment, String... command) throws Exception {
        return outcome(process(environment, command).start());
    }

    private ProcessBuilder process(Map<String, String> environment, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
        builder.environment().remove("ASSAY_OPTS");
        builder.environment().remove("ASSAY_BUILD");
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        return builder;
    }

    private static Outcome outcome(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes());
        String err = new String(process.getErrorStream().readAllBytes());
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Outcome(process.exitValue(), out, err);
    }
}
