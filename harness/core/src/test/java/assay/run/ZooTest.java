package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.testkit.Needs;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Grade the zoo of hostile submissions (resources, assay/zoo): each must get what it declares, cost the next honest
 * submission nothing and leave nothing. {@code -Dzoo=all} lets the ordinary user of a root's machine run all of it, too.
 */
@Tag("slow")
class ZooTest {
    /** A user that nobody has; the harness gives out 61001 and up. */
    private static final int ORDINARY = 62001;

    @TempDir
    Path folder;

    @BeforeEach
    void pass() throws IOException {
        Needs.tool("bwrap");
        Needs.tool("python3");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void isolated_as_who_runs_the_tests() throws IOException {
        List<String> said = run(List.of(), System.getProperty("java.class.path"), zoo(), "all");
        Needs.that(!said.toString().contains("cannot isolate"), "needs isolation: " + said);
        assertEquals(List.of("level A, " + samples() + " samples"), said);
    }

    @Test
    void isolated_as_an_ordinary_user() throws IOException {
        Assumptions.assumeTrue(Tools.isRoot(), "needs root, to become another user; who is none is tested above");
        String user = Integer.toString(ORDINARY);
        Files.setAttribute(Files.createDirectories(folder.resolve("work")), "unix:uid", ORDINARY);
        boolean all = "all".equals(System.getProperty("zoo"));
        List<String> said = run(
                List.of("setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--no-new-privs"),
                readable(System.getProperty("java.class.path")),
                copy(zoo(), folder.resolve("zoo")),
                all ? "all" : "some");
        Assumptions.assumeFalse(said.toString().contains("cannot isolate"), "ordinary users cannot isolate: " + said);
        assertEquals(List.of("level A, " + (all ? samples() : 17) + " samples"), said);
    }

    @Test
    void what_must_be_told_the_same_without_isolation() throws IOException {
        boolean all = "all".equals(System.getProperty("zoo"));
        String which = all ? "everywhere" : "everywhere-quick";
        List<String> said = run(List.of(), System.getProperty("java.class.path"), zoo(), which);
        long count = Files.readAllLines(zoo().resolve("level-c.txt")).stream()
                .filter(name -> all || !name.contains("java"))
                .count();
        assertEquals(List.of("level C, " + count + " samples"), said);
    }

    static Path zoo() {
        try {
            return Path.of(ZooTest.class.getResource("/assay/zoo/level-c.txt").toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static long samples() throws IOException {
        try (Stream<Path> all = Files.list(zoo().resolve("private/samples"))) {
            return all.count();
        }
    }

    private List<String> run(List<String> before, String classPath, Path zoo, String which) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                classPath,
                "assay.run.ZooRun",
                zoo.toString(),
                folder.resolve("work").toString(),
                which));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("ASSAY_TOKEN", Zoo.ENVIRONMENT, "LC_ALL", "C.UTF-8"));
        builder.directory(new File("/"));
        Process process = builder.start();
        List<String> said = new ArrayList<>();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(said::add);
        }
        process.onExit().join();
        leftOf(process).forEach(file -> said.add("is left: " + file));
        return said;
    }

    /** Return the temporary files that are there when the harness has ended. */
    private List<Path> leftOf(Process process) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("work").resolve("zoo-" + process.pid()))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("hsperfdata"))
                    .toList();
        }
    }

    /** Copy a class path to where every user can read it. */
    private String readable(String classPath) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            if (Files.exists(Path.of(entry))) {
                Path to = folder.resolve("lib")
                        .resolve(copies.size() + "-" + Path.of(entry).getFileName());
                copies.add(copy(Path.of(entry), to));
            }
        }
        return copies.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }
}
