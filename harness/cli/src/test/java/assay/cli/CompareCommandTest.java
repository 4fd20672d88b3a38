package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.compare.Comparison;
import assay.compare.ComparisonFile;
import assay.data.DataHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a worker process that does not train, so that all but the training is as in life. */
class CompareCommandTest {
    private static final String EXPERIMENT = """
            schema: assay/experiment/1
            id: tiny
            title: Is more better?
            question: Does the accurate one come out ahead?
            data: linreg
            synthetic: line
            seeds: 6
            quick: {seeds: 2}
            warm-up: {steps: 1}
            metrics:
              - {id: accuracy, title: Accuracy, unit: "%", better: higher, primary: true, margin: 0.5, because: so}
              - {id: seconds, title: Time, unit: s, better: lower, timing: true}
            curves:
              - {id: loss, title: Loss, x: steps, y: loss}
            variants:
              - {id: less, title: Less, settings: {accurate: 90}}
              - {id: more, title: More, settings: {accurate: 95}}
            """;

    @TempDir
    Path temp;

    private Path jars;
    private Path data;
    private Path out;
    private Path experiment;

    @BeforeEach
    void install() throws IOException {
        jars = Files.createDirectories(temp.resolve("lib-experiments"));
        data = Files.createDirectories(temp.resolve("data"));
        out = temp.resolve("out");
        experiment = Files.writeString(temp.resolve("tiny.yaml"), EXPERIMENT);
        Files.writeString(jars.resolve("worker.yaml"), """
                schema: assay/worker/1
                main: assay.cli.TinyTrainer
                jvm: [-XX:TieredStopAtLevel=1]
                """);
        String entry = TinyTrainer.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jars.resolve("assay-worker-tiny-1.jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            jar.putNextEntry(new JarEntry(entry));
            TinyTrainer.class.getClassLoader().getResourceAsStream(entry).transferTo(jar);
            jar.putNextEntry(new JarEntry("assay/engine.yaml"));
            jar.write("schema: assay/engine/1\njvm: []\nenvironment: {}\nenvironment-if-avx512f: {}\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        System.setProperty("assay.experiments", jars.toString());
    }

    @AfterEach
    void uninstall() {
        System.clearProperty("assay.experiments");
    }

    private Shell compare(Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = "compare";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Shell.run(new Workspace(Shell.home(), Shell.lib(), new DataHome(data)), all);
    }

    @Test
    void a_comparison_says_what_it_found_and_writes_its_reports() throws IOException {
        Shell shell = compare(experiment, "--data", "synthetic", "-o", out);
        assertEquals(0, shell.code(), shell.all());
        assertTrue(shell.out().contains("“More” is better than “Less” by 5.0"), shell.out());
        assertTrue(shell.out().contains("on the drawn data set line, not on real data"), shell.out());
        assertTrue(shell.err().contains("2 variants with 6 seeds each, on line; 12 to train."), shell.err());
        assertTrue(shell.err().contains("[12/12] "), shell.err());
        Comparison comparison = ComparisonFile.read(out.resolve("comparison.json"));
        assertEquals(12, comparison.runs().size());
        assertEquals("steps 1", comparison.provenance().get("times.warm-up"));
        for (String report : List.of("index.html", "comparison.csv", "comparison.md")) {
            assertTrue(Files.readString(out.resolve(report)).contains("more"), report);
        }
        assertTrue(Files.readString(out.resolve("comparison.md"))
                .contains("./assay compare tiny --seeds 6 --data synthetic"));
    }

    @Test
    void what_failed_is_tried_again_and_nothing_else() throws IOException {
        Path broken = Files.createFile(data.resolve(TinyTrainer.BROKEN));
        Shell first = compare(experiment, "--data", "line", "--seeds", 2, "-o", out);
        assertEquals(3, first.code(), first.all());
        assertTrue(first.out().contains("No result of more, seed 2: no memory left"), first.out());
        Files.delete(broken);
        Shell second = compare(experiment, "--data", "line", "--seeds", 2, "-o", out);
        assertTrue(second.err().contains("2 to train, 2 kept from before"), second.err());
        assertFalse(second.out().contains("No result"), second.out());
        Shell third = compare(experiment, "--data", "line", "--seeds", 2, "-o", out);
        assertTrue(third.err().contains("0 to train, 4 kept from before"), third.err());
        assertEquals(second.out(), third.out());
    }

    @Test
    void one_that_was_cut_off_goes_on_where_it_was() throws IOException, InterruptedException {
        Path stuck = Files.createFile(data.resolve(TinyTrainer.STUCK));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dassay.experiments=" + jars,
                "-Dassay.home=" + Shell.home(),
                Main.class.getName(),
                "compare",
                experiment.toString(),
                "--data=line",
                "--seeds=3",
                "--out=" + out);
        builder.environment().put(DataHome.VARIABLE, data.toString());
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        List<ProcessHandle> workers = List.of();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("[2/6]")) {
                    workers = process.descendants().toList();
                    process.toHandle().destroy(); // process.destroy() would also close what is being read
                }
            }
        }
        process.waitFor();
        assertEquals(1, workers.size());
        workers.get(0).onExit().join();
        Files.delete(stuck);
        Shell again = compare(experiment, "--data", "line", "--seeds", 3, "-o", out);
        assertTrue(again.err().contains("4 to train, 2 kept from before"), again.err());
        assertEquals(
                6, ComparisonFile.read(out.resolve("comparison.json")).runs().size());
    }

    @Test
    void a_quick_look_finds_nothing_and_few_seeds_leave_it_open() {
        Shell quick = compare(experiment, "--data", "line", "--quick", "-o", out);
        assertTrue(quick.out().contains("A quick look, and no finding"), quick.out());
        Shell one = compare(experiment, "--data", "line", "--seeds", 1, "-o", out);
        assertEquals(4, one.code(), one.all());
        assertTrue(one.out().contains("Inconclusive"), one.out());
    }

    @Test
    void pages_are_written_again_from_the_numbers_alone() throws IOException {
        compare(experiment, "--data", "line", "--seeds", 2, "-o", out);
        String page = Files.readString(out.resolve("index.html"));
        Files.delete(out.resolve("index.html"));
        Shell shell = compare("--render", out);
        assertEquals(0, shell.code(), shell.all());
        assertEquals(page, Files.readString(out.resolve("index.html")));
        Shell nowhere = compare("--render", temp);
        assertEquals(64, nowhere.code(), nowhere.all());
        assertTrue(nowhere.err().contains("there is none in " + temp), nowhere.err());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "better: higher|better: hihger|tiny.yaml:11:|must be one of higher, lower, was the text 'hihger'",
                "title: Less,|titel: Less,|tiny.yaml:16:|did you mean 'title'?",
                "id: more,|id: less,|tiny.yaml:|variant 'less' stands here a second time",
                "margin: 0.5, because: so|margin: 0.5|tiny.yaml:11:|a margin needs 'because'",
                "seeds: 6|seeds: 6: 7|tiny.yaml:7:|mapping"
            })
    void a_mistake_in_a_description_is_told_with_its_line(String right, String wrong, String place, String what)
            throws IOException {
        Files.writeString(experiment, EXPERIMENT.replace(right, wrong));
        Shell shell = compare(experiment, "--data", "line", "-o", out);
        assertEquals(64, shell.code(), shell.all());
        assertTrue(shell.err().contains(place), shell.err());
        assertTrue(shell.err().contains(what), shell.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void data_that_are_missing_are_told_with_what_to_run() {
        Shell asked = compare("mse-vs-kl", "--data", "mnist", "-o", out);
        assertEquals(64, asked.code(), asked.all());
        assertTrue(asked.err().contains("assay data fetch mnist"), asked.err());
        Shell other = compare(experiment, "--data", "svhn", "-o", out);
        assertEquals(64, other.code(), other.all());
        assertTrue(other.err().contains("--data must be linreg or synthetic, was 'svhn'"), other.err());
        Shell silent = compare(experiment, "--quick", "-o", out);
        assertTrue(silent.err().contains("the drawn data set line stands in; every report says so"), silent.err());
    }

    @Test
    void one_experiment_at_a_time_and_one_that_there_is() throws IOException {
        Shell two = compare("lenet", "mnist-models");
        assertEquals(64, two.code(), two.all());
        assertTrue(two.err().contains("one experiment at a time, was given lenet mnist-models"), two.err());
        Shell unknown = compare("lenett");
        assertEquals(64, unknown.code(), unknown.all());
        assertTrue(unknown.err().contains("did you mean 'lenet'?"), unknown.err());
        assertEquals(64, compare(experiment, "--seeds", 0).code());
        assertEquals(64, compare(experiment, "--jobs", 0).code());
        assertEquals(64, compare(experiment, "--render", out).code());
        Files.delete(jars.resolve("worker.yaml"));
        Shell bare = compare(experiment, "--data", "line");
        assertEquals(3, bare.code(), bare.all());
        assertTrue(bare.err().contains("start with ./assay, which builds them on first use"), bare.err());
    }

    @Test
    void the_list_says_how_long_each_takes() {
        Shell shell = compare();
        assertEquals(0, shell.code(), shell.all());
        for (String id : List.of("downscaling", "grid-search", "lenet", "mnist-models", "mse-vs-kl")) {
            String from = shell.out().substring(shell.out().indexOf(id + ": "));
            String times = from.lines().skip(2).findFirst().orElseThrow();
            assertTrue(times.matches(".*; about .*, --quick about .*"), times);
        }
    }
}
