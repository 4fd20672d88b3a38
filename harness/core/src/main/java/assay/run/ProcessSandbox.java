package assay.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Run plans in an enclosure, each in a free slot. */
final class ProcessSandbox implements Sandbox {
    private final Enclosure enclosure;
    private final Optional<PythonInterpreter> python;
    private final StagingArea staging;
    private final Spawner spawner;
    private final ControlGroups groups;
    private final Slots numbers;
    private final BlockingQueue<Integer> slots;
    /** Plans share it; children that are timed have it alone. */
    private final ReadWriteLock quiet = new ReentrantReadWriteLock(true);

    private final LibraryShelf shelf;
    private final String explanation;
    private final SortedMap<String, String> facts;

    /**
     * Hold what children need.
     *
     * @param numbers the slots, given back when the sandbox is closed
     * @param shelf where the libraries of tasks are found
     * @param onGpu whether children compute on a GPU
     */
    record Means(
            StagingArea staging,
            Spawner spawner,
            ControlGroups groups,
            Slots numbers,
            LibraryShelf shelf,
            boolean onGpu) {}

    ProcessSandbox(
            Enclosure enclosure,
            Optional<PythonInterpreter> python,
            Means means,
            String explanation,
            SortedMap<String, String> facts) {
        this.enclosure = python.map(enclosure::with).orElse(enclosure);
        this.python = python;
        this.staging = means.staging();
        this.spawner = means.spawner();
        this.groups = means.groups();
        this.numbers = means.numbers();
        this.slots = new ArrayBlockingQueue<>(numbers.all().size(), true, numbers.all());
        this.shelf = means.shelf();
        this.explanation = explanation;
        this.facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    @Override
    public IsolationLevel level() {
        return enclosure.level();
    }

    @Override
    public String explanation() {
        return explanation;
    }

    @Override
    public SortedMap<String, String> facts() {
        return facts;
    }

    @Override
    public ChildTrace run(ChildPlan plan) {
        if (plan.language() == Language.PYTHON && python.isEmpty()) {
            return ChildTrace.notRun(plan, "No Python 3.9 or newer was found that a child could start.");
        }
        try {
            quiet.readLock().lockInterruptibly();
            try {
                return inSlot(plan);
            } finally {
                quiet.readLock().unlock();
            }
        } catch (GradingException e) {
            return ChildTrace.notRun(plan, Printable.sentence(Printable.line(String.valueOf(e.getMessage()), 600)));
        } catch (IOException e) {
            return ChildTrace.notRun(
                    plan, "The submission could not be staged: " + Printable.line(String.valueOf(e), 300));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ChildTrace.notRun(plan, "The run was interrupted.");
        }
    }

    private ChildTrace inSlot(ChildPlan plan) throws IOException, InterruptedException {
        int slot = slots.take();
        try {
            return run(plan, slot);
        } finally {
            slots.add(slot);
        }
    }

    @Override
    public LiveRun open(List<ChildPlan> plans) {
        if (python.isEmpty() && plans.stream().anyMatch(plan -> plan.language() == Language.PYTHON)) {
            throw new GradingException("no Python 3.9 or newer was found that a child could start");
        }
        quiet.writeLock().lock();
        int slot = numbers.all().get(0); // nothing else runs, so it is free
        List<Path> copies = new ArrayList<>();
        return new LiveProcesses(
                plans,
                (plan, number) -> {
                    if (!level().isConfined()) {
                        return starter(plan, plan.sources(), slot);
                    }
                    Path copy = staging.folder().resolve("slot-" + slot + "-" + number);
                    copies.add(copy);
                    Trees.delete(copy);
                    StagingArea.copy(plan.sources(), copy);
                    return starter(plan, copy, slot);
                },
                () -> {
                    try {
                        copies.forEach(ProcessSandbox::forget);
                    } finally {
                        quiet.writeLock().unlock();
                    }
                });
    }

    private static void forget(Path copy) {
        try {
            Trees.delete(copy);
        } catch (IOException e) {
            throw new GradingException("the copy of a submission cannot be removed: " + copy, e);
        }
    }

    private ChildTrace run(ChildPlan plan, int slot) throws IOException {
        if (!level().isConfined()) {
            return new PlanRun(plan, starter(plan, plan.sources(), slot)).run();
        }
        Path copy = staging.folder().resolve("slot-" + slot);
        try {
            Trees.delete(copy);
            StagingArea.copy(plan.sources(), copy);
            return new PlanRun(plan, starter(plan, copy, slot)).run();
        } finally {
            Trees.delete(copy);
        }
    }

    private PlanRun.Starter starter(ChildPlan plan, Path sources, int slot) throws IOException {
        List<Path> training =
                plan.training().isEmpty() ? List.of() : List.of(plan.training().stage(staging.folder()));
        ChildLibraries libraries = libraries(plan);
        Layout plain = enclosure.layout(sources).withLibraries(enclosure.seen(libraries));
        Layout layout = training.isEmpty() ? plain : plain.withTraining(enclosure.training(training.get(0)));
        List<String> program = plan.language() == Language.JAVA
                ? Programs.java(layout, plan.limits(), plan.files())
                : Programs.python(layout, python.orElseThrow().executable(), plan.files());
        return new PlanRun.Starter() {
            @Override
            public ControlGroup group() {
                return groups.create(plan.limits());
            }

            @Override
            public Process start(ControlGroup group) throws IOException {
                Confinement confinement = new Confinement(
                        plan.language(), sources, plan.limits(), slot, group.folders(), List.of(), training, libraries);
                return spawner.start(enclosure.wrap(program, confinement));
            }
        };
    }

    private synchronized ChildLibraries libraries(ChildPlan plan) throws IOException {
        if (plan.language() != Language.JAVA || plan.libraries().isEmpty()) {
            return ChildLibraries.none();
        }
        ChildLibraries found = shelf.take(plan.libraries(), plan.limits());
        return level().isConfined() && Tools.isRoot()
                ? found.published(staging.folder().resolve("libraries"))
                : found;
    }

    @Override
    public void close() {
        spawner.close();
        numbers.close();
        staging.close();
    }
}
