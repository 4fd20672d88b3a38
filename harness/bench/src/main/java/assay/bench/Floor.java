package assay.bench;

import assay.api.Inputs;
import assay.assignment.Limits;
import assay.run.ChildPlan;
import assay.run.ChildTrace;
import assay.run.GradingException;
import assay.run.Language;
import assay.run.Outcome;
import assay.run.Request;
import assay.run.Sandbox;
import assay.run.SandboxOptions;
import assay.run.Sandboxes;
import assay.run.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Find the floor of grading Java submissions: isolated children that compile one method and answer one request, with nothing
 * around them. {@code Floor LIB CACHE COUNT SLOTS} takes the jars in LIB and prints how many children a second were run.
 */
public final class Floor {
    private static final String TASK = "double/x";
    private static final String SOURCE = """
            import assay.api.Answers;
            import assay.api.Inputs;
            import assay.api.Solves;

            class Solution {
                @Solves("double/x")
                Answers twice(Inputs in) {
                    return Answers.of("y", 2 * in.number("x"));
                }
            }
            """;

    private Floor() {}

    /** Run; see the class. */
    @SuppressWarnings("SystemOut") // a measuring tool prints its number
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int count = Integer.parseInt(arguments[2]);
        int slots = Integer.parseInt(arguments[3]);
        Path folder = Files.createTempDirectory("assay-floor-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("Solution.java"), SOURCE);
        SandboxOptions options = new SandboxOptions(true, slots, Path.of(arguments[0]), Path.of(arguments[1]));
        try (Sandbox sandbox = Sandboxes.open(options)) {
            runAll(sandbox, folder, slots, slots);
            long began = System.nanoTime();
            double cpuMillis = runAll(sandbox, folder, count, slots);
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%.2f children/s, %.0f ms of CPU each, %d children on %d slots, isolation %s%n",
                    count / seconds,
                    cpuMillis / count,
                    count,
                    slots,
                    sandbox.level());
        } finally {
            Trees.delete(folder);
        }
    }

    /** Run {@code count} children; return the CPU time of all in milliseconds. */
    private static double runAll(Sandbox sandbox, Path folder, int count, int slots)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(slots);
        try {
            List<Future<Double>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                running.add(pool.submit(() -> runOne(sandbox, folder)));
            }
            double cpuMillis = 0;
            for (Future<Double> one : running) {
                cpuMillis += one.get();
            }
            return cpuMillis;
        } finally {
            pool.shutdownNow();
        }
    }

    private static double runOne(Sandbox sandbox, Path folder) {
        Request request =
                new Request("0".repeat(32), TASK, "", false, Inputs.none().and("x", 21));
        ChildTrace trace = sandbox.run(
                new ChildPlan(Language.JAVA, folder, List.of("Solution.java"), Limits.standard(), List.of(request)));
        if (trace.outcomes().get(request.id()) instanceof Outcome.Answered answered
                && answered.answers().tensor("y").item() == 42) {
            return trace.observed().getOrDefault("cpuMillis", 0.0);
        }
        throw new GradingException("the floor's child did not answer: " + trace.outcomes() + trace.output());
    }
}
