package assay.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.run.GradingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a worker in a process of its own, as in life. */
class ComparisonRunTest {
    @TempDir
    Path folder;

    @Test
    void a_failing_job_is_told_and_does_not_end_the_others() throws IOException {
        Plan plan = Fakes.plan(1, "well", "die", "hang", "garbage", "fail", "nan", "text", "silent", "better");
        ComparisonRun.Outcome outcome = Fakes.run(plan, folder);
        assertEquals(
                List.of("well", "better"),
                outcome.results().stream().map(RunResult::variant).toList());
        Map<String, String> reasons = new HashMap<>();
        outcome.failures().forEach(failure -> reasons.put(failure.variant(), failure.reason()));
        assertTrue(reasons.get("die").contains("exit code 7"), reasons.get("die"));
        assertTrue(reasons.get("die").contains("out of <memory>"), reasons.get("die"));
        assertEquals("the worker said nothing for 5 s and was ended", reasons.get("hang"));
        assertEquals("the worker wrote what is no JSON: Epoch 1 of 2", reasons.get("garbage"));
        assertEquals("no such layer", reasons.get("fail"));
        assertTrue(reasons.get("nan").startsWith("the worker wrote what is no JSON"), reasons.get("nan"));
        assertEquals(
                "the worker's result cannot be used: 'metrics.accuracy' must be a finite number, was \"NaN\"",
                reasons.get("text"));
        assertEquals("the worker's result lacks accuracy", reasons.get("silent"));
    }

    @Test
    void a_second_call_trains_nothing_and_a_third_seed_only_itself() throws IOException {
        ComparisonRun.Outcome first = Fakes.run(Fakes.plan(2, "well", "better"), folder);
        assertEquals(4, first.fresh());
        ComparisonRun.Outcome second = Fakes.run(Fakes.plan(2, "well", "better"), folder);
        assertEquals(0, second.fresh());
        assertEquals(first.results(), second.results());
        assertEquals(2, Fakes.run(Fakes.plan(3, "well", "better"), folder).fresh());
    }

    @Test
    void results_of_other_conditions_or_damaged_ones_are_not_taken() throws IOException {
        Experiment experiment = Fakes.experiment("well");
        Fakes.run(Plan.of(experiment, false, 1, false, List.of("engine")), folder);
        for (Plan other : List.of(
                Plan.of(experiment, true, 1, false, List.of("engine")),
                Plan.of(experiment, false, 1, true, List.of("engine")),
                Plan.of(experiment, false, 1, false, List.of("another engine")))) {
            assertEquals(1, Fakes.run(other, folder).fresh());
            assertEquals(0, Fakes.run(other, folder).fresh());
        }
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".json")).toList()) {
                String text = Files.readString(file);
                Files.writeString(file, text.substring(0, text.length() / 2));
            }
        }
        assertEquals(1, Fakes.run(Fakes.plan(1, "well"), folder).fresh());
    }

    @Test
    void the_first_run_of_a_worker_is_timed_as_warm_as_the_others() throws IOException {
        Plan cold = Fakes.plan(2, "cold");
        assertEquals(List.of(100.0, 1.0), seconds(Fakes.run(cold, folder)));
        Plan warm = Plan.of(Fakes.experiment("{epochs: 1}", new String[] {"cold"}), false, 2, false, List.of("engine"));
        ComparisonRun.Outcome outcome = Fakes.run(warm, folder);
        assertEquals(2, outcome.fresh(), "times of cold runs must not be taken for those of warm ones");
        assertEquals(List.of(1.0, 1.0), seconds(outcome));
        assertEquals(
                "epochs 1", Analysis.of(warm, outcome, 1, Map.of()).provenance().get("times.warm-up"));
        assertEquals(
                "none",
                Analysis.of(cold, Fakes.run(cold, folder), 1, Map.of())
                        .provenance()
                        .get("times.warm-up"));
    }

    @Test
    void a_warm_up_that_fails_is_told_as_such() throws IOException {
        Experiment experiment = Fakes.experiment("{does: fail}", new String[] {"well"});
        ComparisonRun.Outcome outcome = Fakes.run(Plan.of(experiment, false, 1, false, List.of("engine")), folder);
        assertEquals(
                List.of("while warming up: no such layer"),
                outcome.failures().stream().map(Failure::reason).toList());
    }

    private static List<Double> seconds(ComparisonRun.Outcome outcome) {
        return outcome.results().stream()
                .map(result -> result.metrics().get("seconds"))
                .toList();
    }

    @Test
    void two_comparisons_do_not_share_a_folder_at_once() throws IOException {
        try (RunStore store = RunStore.open(folder)) {
            GradingException refused = assertThrows(GradingException.class, () -> RunStore.open(folder));
            assertTrue(refused.getMessage().contains("another comparison is running"), refused.getMessage());
            assertTrue(store.find(Fakes.plan(1, "well").jobs().get(0)).isEmpty());
        }
        RunStore.open(folder).close();
    }

    @Test
    void a_worker_that_cannot_start_ends_the_comparison_with_its_name() throws IOException {
        WorkerSetup none = new WorkerSetup(
                List.of("/no/such/java"), Map.of(), folder, folder.resolve("logs"), java.time.Duration.ofSeconds(5));
        try (RunStore store = RunStore.open(folder.resolve("runs"))) {
            ComparisonRun run = new ComparisonRun(Fakes.plan(1, "well"), store, none, 1, new Fakes.Deaf());
            GradingException failed = assertThrows(GradingException.class, run::run);
            assertTrue(failed.getMessage().contains("/no/such/java"), failed.getMessage());
        }
    }

    @Test
    void workers_side_by_side_do_the_same_work() throws IOException {
        Plan plan = Fakes.plan(3, "well", "better");
        try (RunStore store = RunStore.open(folder.resolve("runs"))) {
            ComparisonRun.Outcome outcome =
                    new ComparisonRun(plan, store, Fakes.setup(folder), 2, new Fakes.Deaf()).run();
            assertEquals(6, outcome.results().size());
            assertEquals(List.of(), outcome.failures());
        }
    }

    @Test
    void jobs_go_seed_by_seed_and_each_time_another_variant_begins() {
        List<String> order =
                Fakes.plan(3, "a", "b", "c").jobs().stream().map(Job::name).toList();
        assertEquals(
                List.of(
                        "a, seed 1",
                        "b, seed 1",
                        "c, seed 1",
                        "b, seed 2",
                        "c, seed 2",
                        "a, seed 2",
                        "c, seed 3",
                        "a, seed 3",
                        "b, seed 3"),
                order);
    }
}
