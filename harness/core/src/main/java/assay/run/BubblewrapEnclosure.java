package assay.run;

import assay.assignment.Limits;
import assay.device.GpuAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Run a command in its own namespaces by bubblewrap, under a system call filter and limits, with nothing to write to.
 *
 * <p>The order of the file system arguments matters: everything is made before {@code /dev} and {@code /} become
 * read-only. As root every slot has a user of its own, as the number of processes is not limited for root and files of
 * root would be readable.
 */
final class BubblewrapEnclosure implements Enclosure {
    /** The first user of slots; far from the users that distributions give out. */
    static final int FIRST_USER = 61001;

    /** The variable by which a child learns the device that it is to use. */
    static final String DEVICE = "ASSAY_DEVICE";

    private static final String ASSAY = "/assay";
    private static final String SUBMISSION = "/submission";
    private static final String TRAINING = "/training";
    /** Address space; a backstop for what resident memory does not show. A JVM reserves 3 GiB and more. */
    private static final long ADDRESS_BYTES = 6L << 30;

    /** How much each cache folder of a child holds at most; it counts as memory of the child. */
    private static final String CACHE_BYTES = Integer.toString(64 << 20);

    /** Join the control groups, hand descriptor 1 on as 3, and let prints go where errors go. */
    private static final String START = "for g in $0; do echo $$ > $g/cgroup.procs || exit 125; done;"
            + " filter=$1; shift; exec \"$@\" 3>&1 1>&2 9<\"$filter\"";

    /** Say whose powers make the namespaces. */
    enum Namer {
        /** The user itself, in a user namespace. */
        USER,
        /** Root, with a user of its own for every slot and a user namespace around it. */
        ROOT,
        /** Root, where user namespaces are forbidden even to it: the user is changed inside, before anything else. */
        ROOT_ALONE
    }

    private final WorkerFiles files;
    private final Namer namer;
    private final List<Path> pythonPaths;
    private final Optional<GpuAccess> gpu;

    /** Run children as users of their own, or as the user of this process; on {@code gpu}, if there is one. */
    BubblewrapEnclosure(WorkerFiles files, Namer namer, Optional<GpuAccess> gpu) {
        this(files, namer, gpu, List.of());
    }

    private BubblewrapEnclosure(WorkerFiles files, Namer namer, Optional<GpuAccess> gpu, List<Path> pythonPaths) {
        this.files = files;
        this.namer = namer;
        this.gpu = gpu;
        this.pythonPaths = List.copyOf(pythonPaths);
    }

    @Override
    public IsolationLevel level() {
        return gpu.isPresent() ? IsolationLevel.B : IsolationLevel.A;
    }

    @Override
    public Layout layout(Path sources) {
        return new Layout(
                "/jdk",
                files.jars().stream()
                        .map(jar -> ASSAY + "/lib/" + jar.getFileName())
                        .toList(),
                ASSAY + "/assay.py",
                SUBMISSION,
                ASSAY + "/archive/java.jsa",
                "/tmp",
                3,
                "",
                List.of());
    }

    @Override
    public Layout archiving(Path sources, Path output) {
        return layout(sources);
    }

    @Override
    public String training(Path folder) {
        return TRAINING;
    }

    @Override
    public ChildLibraries seen(ChildLibraries libraries) {
        return libraries.at(places(libraries));
    }

    private static Map<Path, Path> places(ChildLibraries libraries) {
        Map<Path, Path> places = new LinkedHashMap<>();
        libraries.jars().forEach(jar -> places.put(jar, Path.of(ASSAY, "lib", String.valueOf(jar.getFileName()))));
        for (Path path : libraries.readOnly()) {
            places.put(path, Path.of(ASSAY, "read-only", String.valueOf(places.size())));
        }
        for (Path path : libraries.writableCache()) {
            places.put(path, Path.of(ASSAY, "cache", String.valueOf(places.size())));
        }
        return places;
    }

    @Override
    public Enclosure with(PythonInterpreter interpreter) {
        return new BubblewrapEnclosure(files, namer, gpu, interpreter.paths());
    }

    @Override
    public List<String> wrap(List<String> program, Confinement confinement) {
        String groups = String.join(
                " ", confinement.groups().stream().map(Path::toString).toList());
        List<String> command = new ArrayList<>(
                List.of("/bin/sh", "-c", START, groups, files.filter().toString()));
        namespaces(command, confinement);
        command.addAll(List.of("--die-with-parent", "--new-session", "--hostname", "assay", "--clearenv"));
        environment(command, seen(confinement.libraries()).environment());
        command.addAll(mounts(confinement));
        command.addAll(List.of("--proc", "/proc", "--ro-bind", "/dev/null", "/proc/cmdline"));
        command.addAll(List.of("--tmpfs", "/proc/1", "--remount-ro", "/proc/1", "--dev", "/dev", "--dir", "/tmp"));
        gpu.ifPresent(device -> command.addAll(NvidiaBinds.devices(device)));
        command.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp", "--"));
        if (namer == Namer.ROOT_ALONE) {
            command.addAll(becoming(ASSAY + "/setpriv", confinement));
            command.addAll(List.of("--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all", "--"));
        }
        limits(command, confinement);
        command.addAll(program);
        return command;
    }

    private List<String> mounts(Confinement confinement) {
        List<String> mounts = new ArrayList<>(Binds.system());
        gpu.ifPresent(device -> mounts.addAll(NvidiaBinds.libraries(device)));
        if (confinement.language() == Language.JAVA) {
            mounts.addAll(Binds.jdk(files.javaHome(), "/jdk"));
        } else {
            pythonPaths.forEach(path -> bind(mounts, path, path.toString()));
        }
        worker(mounts, confinement);
        // Folders that bubblewrap makes on the way to a mount belong to root alone, and then the child is not root.
        return namer == Namer.ROOT_ALONE ? Binds.withFolders(mounts) : mounts;
    }

    private void namespaces(List<String> command, Confinement confinement) {
        if (namer == Namer.ROOT) {
            command.addAll(becoming("/usr/bin/setpriv", confinement));
        }
        command.addAll(List.of("/usr/bin/bwrap", "--seccomp", "9"));
        if (namer == Namer.ROOT_ALONE) {
            command.addAll(List.of("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"));
            command.addAll(List.of("--unshare-cgroup-try", "--cap-drop", "ALL", "--cap-add", "CAP_SETUID"));
            command.addAll(List.of("--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP"));
        } else {
            command.addAll(List.of("--unshare-all", "--unshare-user"));
        }
    }

    private static List<String> becoming(String setpriv, Confinement confinement) {
        String user = Integer.toString(FIRST_USER + confinement.slot());
        return List.of(setpriv, "--reuid", user, "--regid", user, "--clear-groups", "--no-new-privs");
    }

    private void worker(List<String> command, Confinement confinement) {
        if (confinement.language() == Language.JAVA) {
            files.jars().forEach(jar -> bind(command, jar, ASSAY + "/lib/" + jar.getFileName()));
            libraries(command, confinement.libraries());
            if (!confinement.writable().isEmpty()) {
                command.addAll(List.of("--bind", confinement.writable().get(0).toString(), ASSAY + "/archive"));
            } else if (Files.isRegularFile(files.archive(level()))) {
                bind(command, files.archive(level()), ASSAY + "/archive/java.jsa");
            }
        } else {
            bind(command, files.script(), ASSAY + "/assay.py");
        }
        bind(command, Path.of("/usr/bin/prlimit"), ASSAY + "/prlimit");
        if (namer == Namer.ROOT_ALONE) {
            bind(command, Path.of("/usr/bin/setpriv"), ASSAY + "/setpriv");
        }
        bind(command, confinement.sources(), SUBMISSION);
        confinement.training().forEach(folder -> bind(command, folder, TRAINING));
    }

    private static void libraries(List<String> command, ChildLibraries libraries) {
        places(libraries).forEach((path, place) -> {
            if (libraries.writableCache().contains(path)) {
                command.addAll(List.of("--size", CACHE_BYTES, "--tmpfs", place.toString()));
            } else {
                bind(command, path, place.toString());
            }
        });
    }

    private void environment(List<String> command, Map<String, String> ofLibraries) {
        Map<String, String> variables = new TreeMap<>(Map.of(
                "HOME", "/tmp",
                "LANG", "C.UTF-8",
                "TZ", "UTC",
                "PATH", "/nonexistent",
                "OMP_NUM_THREADS", "1",
                "OPENBLAS_NUM_THREADS", "1"));
        variables.put(DEVICE, (gpu.isPresent() ? Device.CUDA : Device.CPU).word());
        variables.putAll(gpu.map(GpuAccess::environment).orElse(Map.of()));
        variables.putAll(ofLibraries);
        variables.forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
    }

    /** CUDA reserves address space by the size of all memory there is, so a GPU's child is bounded by the watchdog alone. */
    private void limits(List<String> command, Confinement confinement) {
        Limits limits = confinement.limits();
        long data = (long) dataMiB(confinement) << 20;
        long cpu = Math.round(Math.ceil(2 * (limits.startSeconds() + limits.totalSeconds())));
        command.add(ASSAY + "/prlimit");
        if (gpu.isEmpty()) {
            command.add("--as=" + ADDRESS_BYTES);
            command.add("--data=" + data);
        }
        command.add("--nproc=" + limits.processes());
        command.add("--cpu=" + cpu + ":" + (cpu + 2));
        command.add("--fsize=" + (confinement.writable().isEmpty() ? 1 << 20 : 1 << 28));
        command.addAll(List.of(
                "--nofile=" + (gpu.isEmpty() ? 256 : 1024),
                "--core=0",
                "--stack=8388608",
                "--memlock=65536",
                "--msgqueue=0"));
        command.addAll(List.of("--nice=0", "--"));
    }

    /** Return the private writable memory of one process; below heap + 320 MiB a JVM may hang instead of failing. */
    private static int dataMiB(Confinement confinement) {
        Limits limits = confinement.limits();
        int machine = Math.max(512, limits.heapMiB() + 320);
        if (confinement.language() == Language.PYTHON) {
            return limits.memoryMiB();
        }
        // Libraries have memory outside the heap. What ends the child is its resident memory, which it is told about.
        return confinement.libraries().isEmpty() ? machine : machine + limits.memoryMiB();
    }

    private static void bind(List<String> command, Path from, String to) {
        command.addAll(List.of("--ro-bind", from.toString(), to));
    }
}
