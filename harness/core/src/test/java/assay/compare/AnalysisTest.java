package assay.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisTest {
    @TempDir
    Path folder;

    @Test
    void what_workers_report_becomes_a_comparison_that_can_be_read_again() throws IOException {
        Plan plan = Fakes.plan(3, "well", "better", "diverge");
        Comparison comparison = Analysis.of(plan, Fakes.run(plan, folder), 1, Map.of("assay.version", "1"));
        assertEquals(3, comparison.variants().get(2).diverged());
        assertEquals(2, comparison.primary().measured().size(), "what a diverged run did not measure is missing");
        assertEquals("fake", comparison.provenance().get("backend"));
        assertEquals(
                List.of(List.of(9.0, 1.0), List.of(2.0, 8.0)),
                comparison.variants().get(0).matrices().get("confusion"));
        Picture weights = comparison.variants().get(0).images().get("weights").get(0);
        assertEquals(2, weights.largest());
        assertEquals(List.of((byte) (128 + 64), (byte) 1), List.of(weights.bytes()[0], weights.bytes()[1]));
        ComparisonFile.write(comparison, folder);
        Comparison again = ComparisonFile.read(folder.resolve(ComparisonFile.NAME));
        assertEquals(ComparisonFile.toJson(comparison), ComparisonFile.toJson(again));
    }

    @ParameterizedTest(name = "{0}: {1} seeds, ahead by {2} with a spread of {3}")
    @CsvSource({
        "CLEARLY_BETTER, 10, 2, 0.1",
        "BETTER, 10, 0.55, 0.3",
        "EQUIVALENT, 10, 0.05, 0.2",
        "INCONCLUSIVE, 10, 0.3, 1.5",
        "IDENTICAL, 10, 0, 0",
        // three seeds: the t test decides, because signed ranks never could
        "CLEARLY_BETTER, 3, 2, 0.1",
        "INCONCLUSIVE, 1, 2, 0.1"
    })
    void a_pair_stands_as_the_seeds_allow(Standing expected, int seeds, double ahead, double spread) {
        Comparison comparison = compare(seeds, seed -> 90 + ahead + spread * Math.cos(2.4 * seed), seed -> 90);
        Comparison.Pair pair = comparison.primary().pairs().get(0);
        assertEquals(expected, pair.standing(), comparison.findings().toString());
        assertEquals(seeds >= 6, comparison.primary().ranksDecide());
    }

    @Test
    void a_few_failed_runs_do_not_hide_who_is_better() {
        Comparison comparison = compare(
                10, seed -> 96 + 0.1 * Math.cos(seed), seed -> seed % 3 == 0 ? 49.3 : 94 + 0.2 * Math.cos(3 * seed));
        Comparison.Pair pair = comparison.primary().pairs().get(0);
        assertEquals(Standing.CLEARLY_BETTER, pair.standing());
        assertEquals("well", pair.ahead());
        assertTrue(pair.interval().orElseThrow().low() < 2.5, "the interval of the mean is wide: " + pair.interval());
    }

    @Test
    void findings_say_what_was_not_found() {
        String inconclusive = compare(10, seed -> 90.3 + 1.5 * Math.cos(2.4 * seed), seed -> 90)
                .findings()
                .get(0);
        assertTrue(inconclusive.startsWith("Inconclusive: “The well” is "), inconclusive);
        assertTrue(inconclusive.contains("seeds would be needed to show 0.5 points with 80 % power"), inconclusive);
        String same =
                compare(10, seed -> 90 + seed, seed -> 90 + seed).findings().get(0);
        assertTrue(same.contains("suspect that both train the same model"), same);
        assertEquals(
                List.of("No run gave a result, so nothing was found."),
                Analysis.of(Fakes.plan(1, "well"), new ComparisonRun.Outcome(List.of(), List.of(), 0), 1, Map.of())
                        .findings());
    }

    @Test
    void bands_end_where_half_of_the_seeds_have_stopped() {
        Curve brief = new Curve(List.of(0.0, 2.0), List.of(4.0, 2.0));
        Curve longer = new Curve(List.of(0.0, 1.0, 2.0, 3.0), List.of(5.0, 4.0, 3.0, 1.0));
        Comparison.Band band = CurveBands.of("v", List.of(brief, brief, longer));
        assertEquals(List.of(0.0, 1.0, 2.0), band.x());
        assertEquals(List.of(4.0, 3.0, 2.0), band.middle());
        assertEquals(List.of(5.0, 4.0, 3.0), band.high());
    }

    private static Comparison compare(int seeds, IntToDoubleFunction well, IntToDoubleFunction better) {
        Plan plan = Fakes.plan(seeds, "well", "better");
        List<RunResult> results = new ArrayList<>();
        for (Job job : plan.jobs()) {
            double value = (job.variant().equals("well") ? well : better).applyAsDouble(job.seed());
            results.add(new RunResult(
                    RunResult.SCHEMA,
                    job.experiment(),
                    job.variant(),
                    job.seed(),
                    job.data(),
                    job.digest(),
                    Map.of("accuracy", value, "seconds", 1.0),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    "",
                    false,
                    1,
                    ""));
        }
        return Analysis.of(plan, new ComparisonRun.Outcome(results, List.of(), 0), 1, Map.of());
    }
}
