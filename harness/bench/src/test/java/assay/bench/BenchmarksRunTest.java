package assay.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.compare.bench.BadBench;
import assay.compare.bench.BenchFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Run every benchmark once in this JVM, without looking at the time. */
class BenchmarksRunTest {
    private static final List<String> FAST = List.of("lesson", "Wire", "Region", "Reference");

    @TempDir
    Path temp;

    @BeforeAll
    static void share() {
        System.setProperty("jmh.ignoreLock", "true");
    }

    @Test
    void every_family_has_benchmarks() {
        Set<String> all = Main.names(List.of(), true);
        for (String family : List.of("Stage", "Report", "Wire", "Region", "Reference", "net.LeNet", "net.Logistic")) {
            assertTrue(all.stream().anyMatch(name -> name.contains("bench." + family)), family + " in " + all);
        }
        Set<String> lessons = Main.names(List.of("lesson"), false);
        assertEquals(14, lessons.size(), lessons.toString());
        lessons.forEach(name -> assertTrue(
                lessons.contains(name.replace("wrong", "right")) && lessons.contains(name.replace("right", "wrong")),
                name + " has no other side"));
        assertTrue(Main.names(List.of("net"), false).isEmpty(), "left out where DL4J is not there");
    }

    @Test
    void the_fast_ones_run_once() throws RunnerException {
        assertEquals(Main.names(FAST, true), once(Main.names(FAST, true)));
    }

    @Test
    @Tag("slow")
    void all_others_run_once() throws RunnerException {
        Set<String> others = new TreeSet<>(Main.names(List.of(), true));
        others.removeAll(Main.names(FAST, true));
        assertFalse(others.isEmpty());
        assertEquals(others, once(others));
    }

    @Test
    void the_list_is_printed_and_what_fits_nothing_is_told() throws IOException, RunnerException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream quiet = new PrintStream(err, true, StandardCharsets.UTF_8);
        PrintStream loud = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(0, Main.run(Wanted.of("--list", "Wire"), loud, quiet));
        assertEquals(
                List.of("assay.bench.WireBenchmark.read", "assay.bench.WireBenchmark.write"),
                out.toString(StandardCharsets.UTF_8).lines().toList());
        assertEquals(Main.NOTHING, Main.run(Wanted.of("no-such-benchmark"), loud, quiet));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("no benchmark fits no-such-benchmark"));
    }

    @Test
    void a_run_in_a_process_of_its_own_is_written_with_where_it_comes_from()
            throws IOException, RunnerException, BadBench {
        Path file = temp.resolve("run.json");
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Wanted wanted = Wanted.of(
                "--quick", "--forks", "1", "--out", file.toString(), "--version", "1.2", "lesson.HoistedLoop.right");
        assertEquals(0, Main.run(wanted, nowhere, nowhere));
        BenchFile read = BenchFile.read(file);
        assertEquals(1, read.entries().size());
        assertEquals(1, read.entries().get(0).forks().size());
        assertEquals("1.2", read.provenance().get("assay.version"));
        assertTrue(read.provenance().keySet().containsAll(Set.of("jdk", "cpu", "cores", "load.before", "git.commit")));
        assertTrue(Files.readString(file).contains("\"jmhVersion\""), "what JMH writes is kept whole");
    }

    private static Set<String> once(Set<String> names) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .mode(Mode.SingleShotTime)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        names.forEach(name -> options.include("^" + Pattern.quote(name) + "$"));
        return new Runner(options.build())
                .run().stream()
                        .map(result -> result.getParams().getBenchmark())
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
