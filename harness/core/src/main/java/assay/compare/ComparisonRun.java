package assay.compare;

import assay.run.GradingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Do the jobs of a plan that have no stored result, in worker processes that each take one job after another. A job that
 * fails is told and does not end the others; a comparison that is cut off goes on where it was.
 */
public final class ComparisonRun {
    private final Plan plan;
    private final RunStore store;
    private final WorkerSetup setup;
    private final RunListener listener;
    private final Map<Job, RunResult> results = new HashMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private final Deque<Job> queue = new ArrayDeque<>();
    private final Set<TrainingWorker> alive = ConcurrentHashMap.newKeySet();
    private final AtomicInteger started = new AtomicInteger();
    private final TimeLeft left;
    private final int atOnce;

    /** Prepare to run {@code plan} with {@code atOnce} workers side by side. */
    public ComparisonRun(Plan plan, RunStore store, WorkerSetup setup, int atOnce, RunListener listener) {
        this.plan = plan;
        this.store = store;
        this.setup = setup;
        this.atOnce = atOnce;
        this.listener = listener;
        for (Job job : plan.jobs()) {
            Optional<RunResult> stored = store.find(job);
            stored.ifPresentOrElse(result -> results.put(job, result), () -> queue.add(job));
        }
        this.left = new TimeLeft(results.values(), queue, atOnce);
    }

    /**
     * Hold all results and failures in the order of the plan.
     *
     * @param fresh how many of the results were not stored before
     */
    public record Outcome(List<RunResult> results, List<Failure> failures, int fresh) {
        public Outcome {
            results = List.copyOf(results);
            failures = List.copyOf(failures);
        }
    }

    /** Return how many results are stored already. */
    public int stored() {
        return results.size();
    }

    /** Run what is to do and return everything. */
    public Outcome run() {
        int before = results.size();
        Thread end = new Thread(() -> alive.forEach(TrainingWorker::close), "assay-end-workers");
        Runtime.getRuntime().addShutdownHook(end);
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<?>> lanes = new ArrayList<>();
            for (int i = 0; i < Math.min(atOnce, queue.size()); i++) {
                lanes.add(threads.submit(this::lane));
            }
            for (Future<?> lane : lanes) {
                lane.get();
            }
        } catch (ExecutionException e) {
            throw new GradingException("the comparison cannot go on: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GradingException("interrupted; call it again to go on", e);
        } finally {
            threads.shutdownNow();
            alive.forEach(TrainingWorker::close);
            removeHook(end);
        }
        List<RunResult> ordered = plan.jobs().stream()
                .map(results::get)
                .filter(java.util.Objects::nonNull)
                .toList();
        return new Outcome(ordered, failures, results.size() - before);
    }

    /** Take job after job; a worker that fails badly is replaced. */
    private void lane() {
        @Nullable TrainingWorker worker = null;
        try {
            for (Job job = take(); job != null; job = take()) {
                try {
                    if (worker == null) {
                        worker = start();
                    }
                    worker.warmUp(job, plan.experiment().warmUp());
                    Job current = job;
                    boolean cold = worker.jobs() == 0;
                    keep(job, worker.run(job, share -> progressed(current, share)), cold);
                } catch (WorkerFailure e) {
                    failed(job, e.message());
                    if (worker != null && !e.alive()) {
                        stop(worker);
                        worker = null;
                    }
                }
            }
        } finally {
            if (worker != null) {
                stop(worker);
            }
        }
    }

    private TrainingWorker start() {
        try {
            TrainingWorker worker = new TrainingWorker(setup, started.incrementAndGet());
            alive.add(worker);
            return worker;
        } catch (IOException e) {
            throw new GradingException("cannot start " + setup.command().get(0) + ": " + e.getMessage(), e);
        }
    }

    private void stop(TrainingWorker worker) {
        alive.remove(worker);
        worker.close();
    }

    private synchronized @Nullable Job take() {
        return queue.poll();
    }

    private synchronized void keep(Job job, RunResult result, boolean cold) throws WorkerFailure {
        Optional<String> wrong = wrongFor(result);
        if (wrong.isPresent()) {
            throw new WorkerFailure(wrong.get(), true);
        }
        try {
            store.put(job, result);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a result", e);
        }
        results.put(job, result);
        left.ended(job);
        left.took(job.variant(), result.wallSeconds(), cold);
        listener.done(job, result, left);
    }

    /** A run that did not diverge must report every metric: one left out silently would look like fewer seeds. */
    private Optional<String> wrongFor(RunResult result) {
        List<String> missing = plan.experiment().metrics().stream()
                .map(Experiment.Metric::id)
                .filter(id -> !result.metrics().containsKey(id))
                .toList();
        return missing.isEmpty() || result.diverged()
                ? Optional.empty()
                : Optional.of("the worker's result lacks " + String.join(", ", missing));
    }

    private synchronized void failed(Job job, String reason) {
        failures.add(new Failure(job.variant(), job.seed(), reason));
        left.ended(job);
        listener.failed(job, reason, left);
    }

    private synchronized void progressed(Job job, double share) {
        left.progressed(job, share);
        listener.progress(job, share, left);
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook runs already
        }
    }
}
