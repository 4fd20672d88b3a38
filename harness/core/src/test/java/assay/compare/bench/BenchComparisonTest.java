package assay.compare.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.compare.statistics.Interval;
import assay.compare.statistics.Sample;
import assay.compare.statistics.Welch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On fixed files of five processes each, whose scatter is 2 %. */
class BenchComparisonTest {
    @TempDir
    Path temp;

    @Test
    void the_same_program_measured_again_shows_no_difference() throws IOException, BadBench {
        BenchComparison comparison = BenchComparison.of(file("before.json"), file("again.json"));
        assertEquals(
                4, comparison.count(BenchStanding.NOT_SHOWN), comparison.rows().toString());
        assertEquals(List.of(), comparison.warnings());
        assertEquals(List.of(), comparison.onlyFirst());
    }

    @Test
    void a_file_beside_itself_is_equal_to_the_last_bit() throws IOException, BadBench {
        BenchComparison comparison = BenchComparison.of(file("before.json"), file("before.json"));
        assertTrue(comparison.rows().stream()
                .allMatch(row -> row.ratio() == 1 && row.probability().orElse(0.0) == 1));
    }

    @Test
    void a_fifth_slower_is_shown_also_where_the_unit_is_a_rate() throws IOException, BadBench {
        List<BenchComparison.Row> rows =
                BenchComparison.of(file("before.json"), file("slower.json")).rows();
        assertEquals(
                List.of(
                        "decide: faster",
                        "judge answers=right: slower",
                        "judge answers=doubled: no difference shown",
                        "write size=4: slower"),
                rows.stream()
                        .map(row -> row.title() + ": " + row.standing().words())
                        .toList());
        assertEquals(0.5, rows.get(0).ratio(), 0.02);
        assertEquals(1.2, rows.get(1).ratio(), 0.03);
        assertEquals(1.2, rows.get(3).ratio(), 0.03);
        assertTrue(rows.get(1).interval().orElseThrow().low() > 1);
    }

    @Test
    void one_process_tells_nothing() throws IOException, BadBench {
        String one = "[[1.0, 1.01]]";
        BenchComparison comparison = BenchComparison.of(plain("a.json", one, "ns/op"), plain("b.json", one, "ns/op"));
        assertEquals(1, comparison.count(BenchStanding.UNKNOWN));
        assertTrue(comparison.rows().get(0).interval().isEmpty());
    }

    @Test
    void a_difference_of_one_per_cent_is_not_spoken_of_however_sure_it_is() throws IOException, BadBench {
        BenchComparison comparison = BenchComparison.of(
                plain("a.json", "[[1.0],[1.00001],[0.99999]]", "ns/op"),
                plain("b.json", "[[1.01],[1.01001],[1.00999]]", "ns/op"));
        assertTrue(comparison.rows().get(0).probability().orElseThrow() < 0.001);
        assertEquals(BenchStanding.NOT_SHOWN, comparison.rows().get(0).standing());
    }

    @Test
    void many_benchmarks_are_corrected_for() throws IOException, BadBench {
        BenchComparison all = BenchComparison.of(file("before.json"), file("slower.json"));
        Welch alone = Welch.of(
                file("before.json").entries().get(1).logs(),
                file("slower.json").entries().get(1).logs());
        assertTrue(all.rows().get(2).probability().orElseThrow()
                >= alone.probability().orElseThrow());
    }

    @Test
    void the_histograms_of_sampled_times_are_read() throws IOException, BadBench {
        Path file = temp.resolve("sample.json");
        Files.writeString(
                file,
                "[{\"benchmark\":\"a.B.c\",\"mode\":\"sample\",\"primaryMetric\":{\"scoreUnit\":\"ns/op\","
                        + "\"rawDataHistogram\":[[[[10, 3], [20, 1]]]]}}]");
        assertEquals(List.of(12.5), BenchFile.read(file).entries().get(0).forks());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "ms/op, us/op, is in ms/op in before.json",
        "\"avgt\", \"thrpt\", was measured in mode avgt in before.json",
        "\"answers\", \"given\", has the parameters [answers] in before.json",
        "StageBenchmark, OtherBenchmark, ''"
    })
    void what_was_measured_otherwise_is_refused(String from, String to, String says) throws IOException, BadBench {
        BenchFile other = changed(from, to);
        BenchFile before = file("before.json");
        if (says.isEmpty()) {
            assertEquals(2, BenchComparison.of(before, other).onlyFirst().size());
            return;
        }
        BadBench refused = assertThrows(BadBench.class, () -> BenchComparison.of(before, other));
        assertTrue(String.valueOf(refused.getMessage()).contains(says), refused.getMessage());
    }

    @Test
    void other_values_of_a_parameter_are_refused_and_nothing_in_common_is_too() throws IOException, BadBench {
        BenchFile before = file("before.json");
        BenchFile other = changed("\"size\": \"4\"", "\"size\": \"5\"");
        String says = String.valueOf(assertThrows(BadBench.class, () -> BenchComparison.of(before, other))
                .getMessage());
        assertTrue(says.contains("WireBenchmark.write has no parameters in common: {size=4}"), says);
        BenchFile nothing = changed("assay.bench.", "other.bench.");
        assertTrue(String.valueOf(assertThrows(BadBench.class, () -> BenchComparison.of(before, nothing))
                        .getMessage())
                .contains("no benchmark in common"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            value = {
                "{ # is damaged or no JSON",
                "{} # must be a file of ./assay bench",
                "{\"schema\":\"assay/bench/1\",\"results\":[]} # holds no results",
                "[{}] # result 1 must name its benchmark",
                "[{\"benchmark\":\"a.b\"}] # mode and unit must be there",
                "[{\"benchmark\":\"a.b\",\"mode\":\"avgt\",\"primaryMetric\":{\"scoreUnit\":\"s\"}}] # the raw data",
                "[{\"benchmark\":\"a.b\",\"mode\":\"avgt\",\"primaryMetric\":{\"scoreUnit\":\"s\",\"rawData\":[[0]]}}] # greater than 0",
                "[{\"benchmark\":\"a.b\",\"mode\":\"avgt\",\"primaryMetric\":{\"scoreUnit\":\"s\",\"rawData\":[[\"NaN\"]]}}] # must be finite numbers, was \"NaN\"",
                "[{\"benchmark\":\"a.b\",\"mode\":\"avgt\",\"primaryMetric\":{\"scoreUnit\":\"s\",\"rawData\":[[1e999]]}}] # finite numbers, was one that no double holds",
                "[{\"benchmark\":\"a.b\",\"mode\":\"avgt\",\"primaryMetric\":{\"scoreUnit\":\"s\",\"rawData\":[[]]}}] # greater than 0"
            })
    void damage_is_told(String text, String says) throws IOException {
        Path file = Files.writeString(temp.resolve("damaged.json"), text);
        String told = String.valueOf(
                assertThrows(BadBench.class, () -> BenchFile.read(file)).getMessage());
        assertTrue(told.contains("damaged.json") && told.contains(says), told);
    }

    @Test
    void the_same_benchmark_twice_is_refused() throws IOException {
        String one =
                "{\"benchmark\":\"a.b\",\"mode\":\"avgt\",\"primaryMetric\":{\"scoreUnit\":\"s\",\"rawData\":[[1]]}}";
        Path file = Files.writeString(temp.resolve("twice.json"), "[" + one + "," + one + "]");
        assertTrue(String.valueOf(
                        assertThrows(BadBench.class, () -> BenchFile.read(file)).getMessage())
                .contains("twice"));
    }

    @Test
    void other_surroundings_are_warned_of() throws IOException, BadBench {
        BenchFile other = changed("\"cpu\": \"Example CPU\"", "\"cpu\": \"Another CPU\"");
        List<String> warnings = BenchComparison.of(file("before.json"), other).warnings();
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).contains("The processor differs: Example CPU in A, Another CPU in B"));
        BenchFile busy = changed("\"load.before\": \"0.10\"", "\"load.before\": \"7.5\"");
        assertTrue(
                BenchComparison.of(file("before.json"), busy).warnings().get(0).contains("busy before B began"));
    }

    @Test
    void what_is_written_is_read_again() throws IOException, BadBench {
        Path file = temp.resolve("deep/new.json");
        BenchFile.write(
                file,
                Map.of("jdk", "17"),
                "[{\"benchmark\":\"a.b\",\"mode\":\"ss\",\"primaryMetric\":{\"scoreUnit\":\"s\",\"rawData\":[[1],[3]]}}]");
        BenchFile read = BenchFile.read(file);
        assertEquals(Map.of("jdk", "17"), read.provenance());
        assertEquals(List.of(1.0, 3.0), read.entries().get(0).forks());
    }

    /** Computed by hand: means 2 and 5, variances 1 and 4, n = 3 and 4; df = (1/3+1)^2 / ((1/3)^2/2 + 1/3) = 4.571. */
    @Test
    void welch_agrees_with_a_sum_done_by_hand() {
        double root = Math.sqrt(1.5);
        Welch welch =
                Welch.of(new Sample(List.of(1.0, 2.0, 3.0)), new Sample(List.of(5 - 2 * root, 5.0, 5.0, 5 + 2 * root)));
        assertEquals(3, welch.difference(), 1e-12);
        Interval interval = welch.interval().orElseThrow();
        assertEquals(3 / Math.sqrt(4 / 3.0), 3 / ((interval.high() - 3) / quantile()), 1e-6);
    }

    /** The 97.5 % quantile of Student's distribution with 4.5714 degrees of freedom. */
    private static double quantile() {
        return new org.apache.commons.math3.distribution.TDistribution(null, 32 / 7.0)
                .inverseCumulativeProbability(0.975);
    }

    private BenchFile plain(String name, String raw, String unit) throws IOException, BadBench {
        return BenchFile.read(Files.writeString(
                temp.resolve(name),
                "[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"primaryMetric\":{\"scoreUnit\":\"" + unit
                        + "\",\"rawData\":" + raw + "}}]"));
    }

    private BenchFile changed(String from, String to) throws IOException, BadBench {
        String text = text("before.json");
        assertTrue(text.contains(from), from);
        return BenchFile.read(Files.writeString(temp.resolve("changed.json"), text.replace(from, to)));
    }

    private BenchFile file(String name) throws IOException, BadBench {
        return BenchFile.read(Files.writeString(temp.resolve(name), text(name)));
    }

    private static String text(String name) throws IOException {
        try (InputStream in = BenchComparisonTest.class.getResourceAsStream(name)) {
            return new String(java.util.Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
