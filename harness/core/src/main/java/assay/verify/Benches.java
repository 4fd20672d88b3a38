package assay.verify;

import assay.api.reference.ReferenceTask;
import assay.assignment.Assignment;
import assay.assignment.Task;
import assay.check.CheckStage;
import assay.run.GradingException;
import assay.run.References;
import assay.run.RunPlan;
import assay.run.RunPlanner;
import assay.run.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on all tasks of an assignment that have a reference, several at a time; nothing that was handed in runs here. */
final class Benches {
    private final Assignment assignment;
    private final References references;
    private final Seeds seeds;

    /** Prepare the cases that {@code student} would get. */
    Benches(Assignment assignment, References references, String student) {
        this.assignment = assignment;
        this.references = remembering(assignment, references);
        this.seeds = Seeds.derive("verify", student, assignment.id(), assignment.version());
    }

    private static References remembering(Assignment assignment, References references) {
        List<ReferenceTask> tasks = new ArrayList<>();
        assignment.tasks().forEach(task -> references.of(task.id()).ifPresent(one -> tasks.add(new Remembering(one))));
        return References.of(tasks);
    }

    Seeds seeds() {
        return seeds;
    }

    /** Apply {@code work} to each task, in parallel; the results stand in the order of the tasks. */
    <T> List<T> each(Function<TaskBench, T> work) {
        CheckStage stage = new CheckStage(assignment, references);
        RunPlan plan = new RunPlanner(assignment, references).plan("verification", seeds);
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Task task : assignment.tasks()) {
                references
                        .of(task.id())
                        .ifPresent(reference -> futures.add(pool.submit(() ->
                                work.apply(new TaskBench(assignment, task, reference, stage, plan.of(task.id()))))));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GradingException("interrupted while verifying", e);
        } catch (ExecutionException e) {
            throw new GradingException("verifying ended early: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }
}
