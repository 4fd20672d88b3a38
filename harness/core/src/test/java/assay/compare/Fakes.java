package assay.compare;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Make experiments whose variants do what their worker is told. */
final class Fakes {
    private Fakes() {}

    /** Return an experiment with a variant of each name in {@code does}, which its worker then does. */
    static Experiment experiment(String... does) {
        return experiment("{}", does);
    }

    /** Return such an experiment whose workers warm up with the settings {@code warmUp}. */
    static Experiment experiment(String warmUp, String[] does) {
        StringBuilder text = new StringBuilder("""
                schema: assay/experiment/1
                id: fake
                title: Fake
                question: What happens?
                data: mnist
                synthetic: digits
                settings: {epochs: 2}
                quick: {seeds: 2, settings: {epochs: 1}}
                warm-up: %s
                metrics:
                  - {id: accuracy, title: Accuracy, unit: "%%", better: higher, primary: true, margin: 0.5, because: so}
                  - {id: seconds, title: Time, unit: s, better: lower, timing: true}
                curves:
                  - {id: loss, title: Loss, x: steps, y: loss}
                variants:
                """.formatted(warmUp));
        for (String one : does) {
            text.append("  - {id: %s, title: The %s, settings: {does: %s}, published: {accuracy: 90.5}}%n"
                    .formatted(one, one, one));
        }
        return Experiments.parse(text.toString(), "fake.yaml");
    }

    static Plan plan(int seeds, String... does) {
        return Plan.of(experiment(does), false, seeds, false, List.of("engine"));
    }

    static WorkerSetup setup(Path folder) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FakeWorker.class.getName());
        return new WorkerSetup(command, Map.of(), folder, folder.resolve("logs"), Duration.ofSeconds(5));
    }

    /** Hear nothing. */
    static final class Deaf implements RunListener {
        @Override
        public void done(Job job, RunResult result, TimeLeft left) {}

        @Override
        public void failed(Job job, String reason, TimeLeft left) {}

        @Override
        public void progress(Job job, double share, TimeLeft left) {}
    }

    static ComparisonRun.Outcome run(Plan plan, Path folder) throws java.io.IOException {
        try (RunStore store = RunStore.open(folder.resolve("runs"))) {
            return new ComparisonRun(plan, store, setup(folder), 1, new Deaf()).run();
        }
    }
}
