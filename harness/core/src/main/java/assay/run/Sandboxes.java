package assay.run;

import assay.assignment.Limits;
import assay.device.GpuAccess;
import assay.device.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Open the best sandbox that the machine offers, as found by trying it. */
public final class Sandboxes {
    /** The fact that says why PyTorch cannot compute on the GPU. */
    private static final String NO_TORCH = "no-torch";

    private Sandboxes() {}

    /**
     * Open a sandbox.
     *
     * @throws GradingException if the machine cannot isolate and the code is not trusted; the message says what to do
     */
    public static Sandbox open(SandboxOptions options) {
        boolean root = Tools.isRoot();
        WorkerFiles cached = WorkerStage.stage(options);
        Slots slots = Slots.take(options.slots(), root);
        StagingArea staging = StagingArea.make(root);
        Spawner spawner = new Spawner();
        ProcessSandbox.Means means = new ProcessSandbox.Means(
                staging,
                spawner,
                ControlGroups.find(),
                slots,
                options.libraries(),
                options.gpu().isPresent());
        try {
            WorkerFiles shown =
                    root ? WorkerStage.publish(cached, staging.folder().resolve("worker")) : cached;
            List<String> complaints = new ArrayList<>();
            for (BubblewrapEnclosure.Namer namer : namers(root)) {
                Enclosure isolated = new BubblewrapEnclosure(shown, namer, options.gpu());
                Optional<String> complaint = whyNotIsolated(isolated, means);
                if (complaint.isEmpty()) {
                    return open(isolated, cached, shown, means, "");
                }
                complaints.add(complaint.get());
            }
            String all = String.join("; ", new LinkedHashSet<>(complaints));
            if (options.trusted()) {
                return open(new BareEnclosure(cached, options.gpu()), cached, cached, means, all);
            }
            throw new GradingException("this machine cannot isolate submissions (" + all + "). " + remedy());
        } catch (IOException e) {
            close(means);
            throw new GradingException("the worker cannot be staged in " + staging.folder() + ": " + e.getMessage(), e);
        } catch (GradingException e) {
            close(means);
            throw e;
        }
    }

    private static List<BubblewrapEnclosure.Namer> namers(boolean root) {
        return root
                ? List.of(BubblewrapEnclosure.Namer.ROOT, BubblewrapEnclosure.Namer.ROOT_ALONE)
                : List.of(BubblewrapEnclosure.Namer.USER);
    }

    private static String remedy() {
        return "To change that: " + String.join("; or ", remedies())
                + ". Without isolation, pass --trusted if you wrote the code yourself.";
    }

    /** Return what to do on this machine so that submissions can be isolated, the most likely cure first. */
    public static List<String> remedies() {
        return IsolationAdvice.here().remedies();
    }

    private static Optional<String> whyNotIsolated(Enclosure isolated, ProcessSandbox.Means means) {
        Optional<String> obstacle = IsolationAdvice.here().obstacle();
        if (obstacle.isPresent()) {
            return obstacle;
        }
        return LiveProbe.complaint(
                isolated,
                means.spawner(),
                means.staging().folder(),
                means.numbers().all().get(0));
    }

    /**
     * Open a sandbox whose children compute on one GPU, one at a time.
     *
     * @param java why Java cannot use it, in a sentence; "" where it can
     * @throws GradingException if the machine cannot isolate, or if nothing can compute on the GPU; the message says why
     */
    public static Sandbox openOn(GpuAccess access, Machine machine, SandboxOptions options, String java) {
        DeviceLock lock = DeviceLock.of(DeviceLock.folder(), access.gpu().uuid());
        Sandbox inner = open(options.on(access));
        Map<Language, String> closed = new EnumMap<>(Language.class);
        if (!java.isEmpty()) {
            closed.put(Language.JAVA, java);
        }
        String python = inner.facts().getOrDefault(NO_TORCH, "");
        if (!python.isEmpty()) {
            closed.put(Language.PYTHON, python);
        }
        if (closed.size() == Language.values().length) {
            inner.close();
            lock.close();
            throw new GradingException(
                    "not run on cuda (" + access.gpu().describe() + "): " + String.join(" ", closed.values()));
        }
        return new DeviceSandbox(inner, access.gpu(), machine, lock, closed);
    }

    private static Sandbox open(
            Enclosure enclosure, WorkerFiles cached, WorkerFiles shown, ProcessSandbox.Means means, String complaint) {
        IsolationLevel level = enclosure.level();
        boolean archived = new ClassArchive(
                        enclosure,
                        means.spawner(),
                        means.staging(),
                        means.numbers().all().get(0))
                .make(cached.archive(level), shown.archive(level));
        boolean onGpu = means.onGpu();
        Optional<PythonInterpreter> python = python(enclosure, means, onGpu);
        String groups = means.groups().description();
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("isolation", level.name());
        facts.put("jdk", System.getProperty("java.vendor") + " " + System.getProperty("java.vm.version"));
        facts.put("class-archive", archived ? "used" : "none");
        facts.put("cgroup", groups);
        facts.put("kernel", System.getProperty("os.version"));
        python.ifPresent(found -> facts.put("python", found.version() + " " + found.executable()));
        python.map(PythonInterpreter::packages)
                .filter(packages -> !packages.isEmpty())
                .ifPresent(packages -> facts.put("python.packages", packages));
        if (level.isConfined()) {
            Tools.output(means.spawner(), List.of("/usr/bin/bwrap", "--version"))
                    .ifPresent(version -> facts.put(
                            "bubblewrap", version.replace("bubblewrap", "").strip()));
        }
        if (onGpu) {
            facts.putAll(torch(enclosure, python, means));
        }
        return new ProcessSandbox(enclosure, python, means, explanation(level, groups, complaint), facts);
    }

    /** Say what PyTorch computes on the GPU with, or why it cannot. */
    private static Map<String, String> torch(
            Enclosure enclosure, Optional<PythonInterpreter> python, ProcessSandbox.Means means) {
        if (python.isEmpty() || !python.get().torch()) {
            return Map.of(
                    NO_TORCH,
                    "Python: "
                            + python.map(found -> found.executable() + " has no PyTorch")
                                    .orElse("no interpreter was found")
                            + "; install torch with CUDA for it.");
        }
        DeviceProbe.Found found = DeviceProbe.run(
                enclosure.with(python.get()),
                python.get(),
                means.spawner(),
                means.staging().folder(),
                means.numbers().all().get(0));
        if (found instanceof DeviceProbe.Found.Works works) {
            return Map.of("framework", works.work().framework());
        }
        return Map.of(NO_TORCH, "Python: " + ((DeviceProbe.Found.Fails) found).why() + ".");
    }

    /** Take the first interpreter that says hello inside the enclosure; on a GPU, one with PyTorch if there is one. */
    private static Optional<PythonInterpreter> python(Enclosure enclosure, ProcessSandbox.Means means, boolean onGpu) {
        boolean root = enclosure.level().isConfined() && Tools.isRoot();
        return PythonInterpreter.find(means.spawner(), root)
                .sorted(Comparator.comparing(found -> onGpu && !found.torch()))
                .filter(candidate -> works(enclosure.with(candidate), candidate, means))
                .findFirst();
    }

    private static boolean works(Enclosure enclosure, PythonInterpreter candidate, ProcessSandbox.Means means) {
        Path sources = means.staging().folder().resolve("probe");
        Confinement confinement = new Confinement(
                Language.PYTHON,
                sources,
                Limits.standard(),
                means.numbers().all().get(0),
                List.of(),
                List.of());
        try {
            WorkerStage.open(Files.createDirectories(sources));
            List<String> program = Programs.python(enclosure.layout(sources), candidate.executable(), List.of());
            Process process = means.spawner().start(enclosure.wrap(program, confinement));
            try (ChildProcess child = new ChildProcess(process, new CapturedOutput(0))) {
                Optional<ChildProcess.Event> first =
                        child.next((long) (1000 * Limits.standard().startSeconds()));
                return first.isPresent() && first.get() instanceof ChildProcess.Event.Line;
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String explanation(IsolationLevel level, String groups, String complaint) {
        if (level == IsolationLevel.B) {
            return "Level B: as level A (a probe could neither read, connect, write nor see other processes), but the GPU's"
                    + " device nodes and driver can be reached: more to attack, its memory is in no control group, and"
                    + " address space is not limited (bubblewrap, system call filter, limits; control groups: " + groups
                    + ").";
        } else if (level == IsolationLevel.A) {
            return "Level A: a probe in the sandbox could neither read a file of the harness, nor open a socket, nor write,"
                    + " nor see other processes (bubblewrap, system call filter, limits; control groups: " + groups
                    + ")."
                    + (IsolationAdvice.forGroups(groups).isEmpty() ? "" : " " + IsolationAdvice.forGroups(groups));
        }
        return "Level C: code runs as an ordinary process, with limits but without protection (" + complaint + ").";
    }

    private static void close(ProcessSandbox.Means means) {
        means.spawner().close();
        means.numbers().close();
        means.staging().close();
    }
}
