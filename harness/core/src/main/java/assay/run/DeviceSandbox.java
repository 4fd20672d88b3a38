package assay.run;

import assay.device.Gpu;
import assay.device.GpuActivity;
import assay.device.GpuHealth;
import assay.device.GpuWatch;
import assay.device.Machine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Run submissions on one GPU: one at a time, in a fresh process each, the card looked at before, while and after. A card that
 * is sick judges nobody: what comes after is not judged, until it answers again.
 */
final class DeviceSandbox implements Sandbox {
    private static final int LOOKS = 10;
    private static final Set<Fault> OF_THE_CARD = EnumSet.of(
            Fault.EXCEPTION, Fault.CRASHED, Fault.TIME_LIMIT, Fault.ENDED_EARLY, Fault.MEMORY_LIMIT, Fault.DEVICE);

    private final Sandbox inner;
    private final Gpu gpu;
    private final Machine machine;
    private final GpuHealth health;
    private final DeviceLock lock;
    private final Map<Language, String> closed;
    private final long pauseMillis;
    private final AtomicLong idleMiB = new AtomicLong(-1);
    private volatile String sickness = "";

    /**
     * Wrap {@code inner}, whose children see the GPU.
     *
     * @param closed why a language cannot use it, in a sentence; languages that can are not in it
     */
    DeviceSandbox(Sandbox inner, Gpu gpu, Machine machine, DeviceLock lock, Map<Language, String> closed) {
        this(inner, gpu, machine, lock, closed, 3000);
    }

    /** Wrap with another pause between two looks at a card that is not well. */
    DeviceSandbox(
            Sandbox inner, Gpu gpu, Machine machine, DeviceLock lock, Map<Language, String> closed, long pauseMillis) {
        this.inner = inner;
        this.gpu = gpu;
        this.machine = machine;
        this.health = new GpuHealth(machine, gpu);
        this.lock = lock;
        this.closed = Map.copyOf(closed);
        this.pauseMillis = pauseMillis;
    }

    @Override
    public IsolationLevel level() {
        return inner.level();
    }

    @Override
    public String explanation() {
        return inner.explanation();
    }

    @Override
    public SortedMap<String, String> facts() {
        SortedMap<String, String> facts = new TreeMap<>(inner.facts());
        facts.put("device", Device.CUDA.word());
        facts.put("gpu", gpu.describe());
        return facts;
    }

    @Override
    public ChildTrace run(ChildPlan plan) {
        if (plan.language() == Language.JAVA && plan.libraries().isEmpty()) {
            return ChildTrace.notRun(
                    plan,
                    "Not run on cuda: Java computes on a GPU through DL4J only, which this task does not give"
                            + " (libraries: [dl4j] in assignment.yaml).");
        }
        String shut = closed.get(plan.language());
        if (shut != null) {
            return ChildTrace.notRun(plan, "Not run on cuda: " + shut);
        }
        try {
            DeviceLock.Held held = lock.take();
            try {
                return runAlone(plan);
            } finally {
                held.close();
            }
        } catch (IOException e) {
            return ChildTrace.notRun(plan, "The lock of the GPU failed: " + Printable.line(String.valueOf(e), 300));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ChildTrace.notRun(plan, "The run was interrupted.");
        }
    }

    private ChildTrace runAlone(ChildPlan plan) throws InterruptedException {
        long idle = idleMiB.updateAndGet(
                known -> known >= 0 ? known : health.usedMiB().orElse(0L));
        if (!isWell(idle)) {
            return ChildTrace.notRun(plan, paused());
        }
        ChildTrace trace;
        GpuActivity activity;
        try (GpuWatch watch = new GpuWatch(machine, gpu, health.usedMiB().orElse(idle))) {
            trace = inner.run(plan.within(GpuLimits.of(plan.limits())));
            activity = watch.activity();
        }
        sickness = health.failure().orElse("");
        ChildTrace judged = new DeviceJudge(activity).judge(trace, plan.language());
        return withActivity(sickness.isEmpty() ? judged : excused(judged), activity);
    }

    /** Look at the card, several times where it was well before: what an ended program held is freed after a moment. */
    private boolean isWell(long idle) throws InterruptedException {
        int looks = sickness.isEmpty() ? LOOKS : 1;
        for (int look = 0; look < looks; look++) {
            sickness = health.failure().or(() -> health.leftover(idle)).orElse("");
            if (sickness.isEmpty()) {
                return true;
            }
            Thread.sleep(look + 1 < looks ? pauseMillis : 0);
        }
        return false;
    }

    private String paused() {
        return "The GPU is sick: " + sickness
                + ". The batch is paused: nothing is judged on this GPU until it is well.";
    }

    /** Faults that a failing card may have made are nobody's until a person has looked; answers stay. */
    private ChildTrace excused(ChildTrace trace) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>(trace.outcomes());
        outcomes.replaceAll((id, outcome) -> outcome instanceof Outcome.Failed failed
                        && OF_THE_CARD.contains(failed.fault())
                ? new Outcome.Failed(
                        Fault.HARNESS, "The GPU failed during this run: " + sickness + ". " + failed.message(), "")
                : outcome);
        return trace.with(outcomes);
    }

    private ChildTrace withActivity(ChildTrace trace, GpuActivity activity) {
        List<String> children = new ArrayList<>(trace.children());
        if (!children.isEmpty()) {
            trace.devices().values().stream()
                    .map(DeviceWork::describe)
                    .distinct()
                    .limit(4)
                    .forEach(work -> children.add("says: " + work));
            children.add(String.format(
                    Locale.ROOT,
                    "the driver saw %d MiB in use before and %d MiB at most on %s, busy up to %d %% of the time, in %d looks",
                    activity.beforeMiB(),
                    activity.peakMiB(),
                    gpu.name(),
                    activity.utilisation(),
                    activity.samples()));
            if (!sickness.isEmpty()) {
                children.add("after it, " + paused());
            }
        }
        Map<String, Double> observed = new TreeMap<>(trace.observed());
        observed.put("gpuPeakMiB", (double) activity.peakMiB() - activity.beforeMiB());
        observed.put("gpuBusyPercent", (double) activity.utilisation());
        return trace.with(children, observed);
    }

    @Override
    public void close() {
        inner.close();
        lock.close();
    }
}
