package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.testkit.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of two runs, and what can be said before a process is started. */
class BenchCommandTest {
    private static final Path FILES = Shell.home().resolve("harness/core/src/test/resources/assay/compare/bench");

    @TempDir
    Path temp;

    @Test
    void two_files_become_a_page() throws IOException {
        Shell shell = Shell.run(
                "compare",
                "bench",
                FILES.resolve("before.json"),
                FILES.resolve("slower.json"),
                "-o",
                temp,
                "--markdown");
        assertEquals(0, shell.code(), shell.all());
        assertTrue(shell.out().contains("2 slower, 1 faster, 1 without a difference shown."), shell.out());
        assertTrue(Files.readString(temp.resolve("index.html")).contains("StageBenchmark"));
        assertTrue(Files.readString(temp.resolve("comparison.md")).contains("| no difference shown |"));
    }

    @Test
    void files_that_cannot_be_compared_are_wrong_usage() throws IOException {
        Path damaged = Files.writeString(temp.resolve("damaged.json"), "{\"schema\":");
        Shell shell = Shell.run("compare", "bench", damaged, FILES.resolve("slower.json"), "-o", temp.resolve("out"));
        assertEquals(64, shell.code());
        assertTrue(shell.err().contains("damaged.json: is damaged or no JSON"), shell.err());
        assertFalse(Files.exists(temp.resolve("out")));
        Shell missing = Shell.run("compare", "bench", temp.resolve("none.json"), damaged);
        assertEquals(64, missing.code());
        assertTrue(missing.err().contains("there is no file"), missing.err());
        assertEquals(64, Shell.run("compare", "bench", damaged).code());
    }

    @ParameterizedTest(name = "bench {0} {1}")
    @CsvSource({
        "--forks=0, '', --forks must be 1 to 100",
        "--jvm=Xmx1g, '', --jvm must be an option",
        "--quick, (, is no regular expression",
        "--out=/, '', must be a file"
    })
    void what_cannot_work_is_said_at_once(String option, String filter, String says) {
        Shell shell = filter.isEmpty() ? Shell.run("bench", option) : Shell.run("bench", option, filter);
        assertEquals(64, shell.code());
        assertTrue(shell.err().contains(says), shell.err());
    }

    /** Make a checkout whose launcher names {@code benchmarks}, notes how it is called and says that {@code time} was measured. */
    private Path checkout(String name, String time, String... benchmarks) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(name));
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        String facts = "{\"began\": \"20260101T000000Z\", \"load.before\": \"0.1\"}";
        String result = "{\"benchmark\": \"a.B.c\", \"mode\": \"avgt\", \"forks\": 1, \"primaryMetric\": "
                + "{\"scoreUnit\": \"ns/op\", \"rawData\": [[" + time + "]]}}";
        Path launcher = Files.writeString(
                folder.resolve("assay"),
                String.join(
                        "\n",
                        "#!/bin/sh",
                        "if [ \"$2\" = --list ]; then printf '%s\\n' " + String.join(" ", benchmarks) + "; exit; fi",
                        "echo " + name + " \"$ASSAY_BUILD $*\" >>" + temp.resolve("calls"),
                        "for argument; do case $argument in --out=*) out=${argument#--out=} ;; *bad*) echo broken; exit 3 ;; esac; done",
                        "echo '{\"schema\": \"assay/bench/1\", \"provenance\": " + facts + ", \"results\": [" + result
                                + "]}' >\"$out\"",
                        ""));
        assertTrue(launcher.toFile().setExecutable(true));
        return folder;
    }

    private Shell duel(Path before, Path after, Object... more) throws IOException {
        System.setProperty(
                "assay.bench", Files.createDirectories(temp.resolve("jars")).toString());
        try {
            List<Object> arguments = new ArrayList<>(List.of("bench", "--against", before, "-o", temp.resolve("out")));
            arguments.addAll(List.of(more));
            return Shell.run(new Workspace(after, Shell.lib()), arguments.toArray());
        } finally {
            System.clearProperty("assay.bench");
        }
    }

    @Test
    void two_checkouts_take_turns_and_are_compared() throws IOException {
        Needs.tool("sh");
        Path before = checkout("before", "10, 10.1", "a.B.c", "a.B.gone");
        Shell shell = duel(before, checkout("after", "15, 15.1", "a.B.c"), "--quick", "--jvm=-Xmx2g", "a.B");
        assertEquals(0, shell.code(), shell.all());
        assertTrue(shell.err().contains("a.B.gone is left out, only A has it"), shell.err());
        assertTrue(shell.out().contains("B.c  slower: 1.5 times"), shell.out());
        List<String> calls = Files.readAllLines(temp.resolve("calls"));
        assertEquals(
                "before after after before before after",
                calls.stream().map(call -> call.substring(0, call.indexOf(' '))).collect(Collectors.joining(" ")));
        assertTrue(calls.get(0).startsWith("before never bench --jvm=-Xmx2g --quick --forks=1 --out="), calls.get(0));
        assertTrue(calls.get(0).endsWith(" ^\\Qa.B.c\\E$"), calls.get(0));
        assertTrue(Files.readString(temp.resolve("out/index.html")).contains("took turns, A B B A"));
        assertTrue(
                Files.readString(temp.resolve("out/B.json")).contains("\"turns\" : \"20260101T000000Z: A B B A A B\""));
    }

    @Test
    void a_benchmark_that_fails_and_a_folder_that_is_no_checkout_are_told() throws IOException {
        Needs.tool("sh");
        Path bad = checkout("before", "1", "a.B.bad");
        Shell failed = duel(bad, checkout("after", "1", "a.B.bad"));
        assertEquals(3, failed.code(), failed.all());
        assertTrue(failed.err().contains("broken") && failed.err().contains("nothing was written"), failed.err());
        assertFalse(Files.exists(temp.resolve("out")));
        Shell apart = duel(bad, checkout("after", "1", "a.B.c"));
        assertEquals(64, apart.code(), apart.all());
        assertTrue(apart.err().contains("no benchmark in common"), apart.err());
        Shell none = duel(temp, bad);
        assertEquals(64, none.code(), none.all());
        assertTrue(none.err().contains("git worktree add"), none.err());
    }

    @Test
    void where_the_jars_are_missing_it_is_said_how_to_get_them() {
        Shell shell = Shell.run("bench", "--list");
        assertEquals(3, shell.code());
        assertTrue(shell.err().contains("start with ./assay in a checkout"), shell.err());
    }
}
