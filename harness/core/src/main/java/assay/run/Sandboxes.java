package assay.run;

import assay.assignment.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Open the best sandbox that the machine offers, as found by trying it. */
public final class Sandboxes {
    private static final String REMEDY =
            "Install bubblewrap (apt install bubblewrap) on x86-64 Linux; on Ubuntu 23.10 or"
                    + " newer also run 'sysctl -w kernel.apparmor_restrict_unprivileged_userns=0' as root;"
                    + " or pass --trusted if you wrote the code yourself.";

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
        ProcessSandbox.Means means =
                new ProcessSandbox.Means(staging, spawner, ControlGroups.find(), slots, options.libraries());
        try {
            WorkerFiles shown =
                    root ? WorkerStage.publish(cached, staging.folder().resolve("worker")) : cached;
            Enclosure isolated = new BubblewrapEnclosure(shown, root);
            Optional<String> complaint = whyNotIsolated(isolated, means);
            if (complaint.isEmpty()) {
                return open(isolated, cached, shown, means, "");
            } else if (options.trusted()) {
                return open(new BareEnclosure(cached), cached, cached, means, complaint.get());
            }
            throw new GradingException("this machine cannot isolate submissions (" + complaint.get() + "). " + REMEDY);
        } catch (IOException e) {
            close(means);
            throw new GradingException("the worker cannot be staged in " + staging.folder() + ": " + e.getMessage(), e);
        } catch (GradingException e) {
            close(means);
            throw e;
        }
    }

    private static Optional<String> whyNotIsolated(Enclosure isolated, ProcessSandbox.Means means) {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            return Optional.of("isolation needs Linux on x86-64");
        }
        for (String tool : List.of("/usr/bin/bwrap", "/usr/bin/prlimit", "/usr/bin/setpriv")) {
            if (!Files.isExecutable(Path.of(tool))) {
                return Optional.of(tool + " is missing");
            }
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
                    + ").";
        }
        return "Level C: code runs as an ordinary process, with limits but without protection (" + complaint + "). "
                + "Level B is not offered. " + REMEDY;
    }

    private static void close(ProcessSandbox.Means means) {
        means.spawner().close();
        means.numbers().close();
        means.staging().close();
    }
}
