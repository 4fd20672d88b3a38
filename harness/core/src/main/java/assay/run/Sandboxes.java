package assay.run;

import assay.assignment.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Open the best sandbox that the machine offers, as found by trying it. */
public final class Sandboxes {
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
        ProcessSandbox.Means means = new ProcessSandbox.Means(staging, spawner, ControlGroups.find(), slots);
        try {
            WorkerFiles shown =
                    root ? WorkerStage.publish(cached, staging.folder().resolve("worker")) : cached;
            List<String> complaints = new ArrayList<>();
            for (BubblewrapEnclosure.Namer namer : namers(root)) {
                Enclosure isolated = new BubblewrapEnclosure(shown, namer);
                Optional<String> complaint = whyNotIsolated(isolated, means);
                if (complaint.isEmpty()) {
                    return open(isolated, cached, shown, means, "");
                }
                complaints.add(complaint.get());
            }
            String all = String.join("; ", new LinkedHashSet<>(complaints));
            if (options.trusted()) {
                return open(new BareEnclosure(cached), cached, cached, means, all);
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

    private static Sandbox open(
            Enclosure enclosure, WorkerFiles cached, WorkerFiles shown, ProcessSandbox.Means means, String complaint) {
        IsolationLevel level = enclosure.level();
        boolean archived = new ClassArchive(
                        enclosure,
                        means.spawner(),
                        means.staging(),
                        means.numbers().all().get(0))
                .make(cached.archive(level), shown.archive(level));
        Optional<PythonInterpreter> python = python(enclosure, means);
        String groups = means.groups().description();
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("isolation", level.name());
        facts.put("jdk", System.getProperty("java.vendor") + " " + System.getProperty("java.vm.version"));
        facts.put("class-archive", archived ? "used" : "none");
        facts.put("cgroup", groups);
        facts.put("kernel", System.getProperty("os.version"));
        python.ifPresent(found -> facts.put("python", found.version() + " " + found.executable()));
        if (level == IsolationLevel.A) {
            Tools.output(means.spawner(), List.of("/usr/bin/bwrap", "--version"))
                    .ifPresent(version -> facts.put(
                            "bubblewrap", version.replace("bubblewrap", "").strip()));
        }
        return new ProcessSandbox(enclosure, python, means, explanation(level, groups, complaint), facts);
    }

    /** Take the first interpreter that says hello inside the enclosure. */
    private static Optional<PythonInterpreter> python(Enclosure enclosure, ProcessSandbox.Means means) {
        boolean root = enclosure.level() == IsolationLevel.A && Tools.isRoot();
        return PythonInterpreter.find(means.spawner(), root)
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
        if (level == IsolationLevel.A) {
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
