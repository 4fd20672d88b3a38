package assay.run;

import assay.assignment.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    private static final String ASSAY = "/assay";
    private static final String SUBMISSION = "/submission";
    private static final String TRAINING = "/training";
    /** Address space; a backstop for what resident memory does not show. A JVM reserves 3 GiB and more. */
    private static final long ADDRESS_BYTES = 6L << 30;

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

    /** Run children as users of their own, or as the user of this process. */
    BubblewrapEnclosure(WorkerFiles files, Namer namer) {
        this(files, namer, List.of());
    }

    private BubblewrapEnclosure(WorkerFiles files, Namer namer, List<Path> pythonPaths) {
        this.files = files;
        this.namer = namer;
        this.pythonPaths = List.copyOf(pythonPaths);
    }

    @Override
    public IsolationLevel level() {
        return IsolationLevel.A;
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
                "");
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
    public Enclosure with(PythonInterpreter interpreter) {
        return new BubblewrapEnclosure(files, namer, interpreter.paths());
    }

    @Override
    public List<String> wrap(List<String> program, Confinement confinement) {
        String groups = String.join(
                " ", confinement.groups().stream().map(Path::toString).toList());
        List<String> command = new ArrayList<>(
                List.of("/bin/sh", "-c", START, groups, files.filter().toString()));
        namespaces(command, confinement);
        command.addAll(List.of("--die-with-parent", "--new-session", "--hostname", "assay", "--clearenv"));
        environment(command);
        command.addAll(mounts(confinement));
        command.addAll(List.of("--proc", "/proc", "--ro-bind", "/dev/null", "/proc/cmdline"));
        command.addAll(List.of("--tmpfs", "/proc/1", "--remount-ro", "/proc/1", "--dev", "/dev", "--dir", "/tmp"));
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
            if (!confinement.writable().isEmpty()) {
                command.addAll(List.of("--bind", confinement.writable().get(0).toString(), ASSAY + "/archive"));
            } else if (Files.isRegularFile(files.archive(IsolationLevel.A))) {
                bind(command, files.archive(IsolationLevel.A), ASSAY + "/archive/java.jsa");
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

    private static void environment(List<String> command) {
        List<String> pairs = List.of(
                "HOME=/tmp",
                "LANG=C.UTF-8",
                "TZ=UTC",
                "PATH=/nonexistent",
                "OMP_NUM_THREADS=1",
                "OPENBLAS_NUM_THREADS=1");
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            command.addAll(List.of("--setenv", pair.substring(0, equals), pair.substring(equals + 1)));
        }
    }

    private static void limits(List<String> command, Confinement confinement) {
        Limits limits = confinement.limits();
        long data = (long) dataMiB(confinement.language(), limits) << 20;
        long cpu = Math.round(Math.ceil(2 * (limits.startSeconds() + limits.totalSeconds())));
        command.add(ASSAY + "/prlimit");
        command.add("--as=" + ADDRESS_BYTES);
        command.add("--data=" + data);
        command.add("--nproc=" + limits.processes());
        command.add("--cpu=" + cpu + ":" + (cpu + 2));
        command.add("--fsize=" + (confinement.writable().isEmpty() ? 1 << 20 : 1 << 28));
        command.addAll(List.of("--nofile=256", "--core=0", "--stack=8388608", "--memlock=65536", "--msgqueue=0"));
        command.addAll(List.of("--nice=0", "--"));
    }

    /** Return the private writable memory of one process; below heap + 320 MiB a JVM may hang instead of failing. */
    private static int dataMiB(Language language, Limits limits) {
        return language == Language.JAVA ? Math.max(512, limits.heapMiB() + 320) : limits.memoryMiB();
    }

    private static void bind(List<String> command, Path from, String to) {
        command.addAll(List.of("--ro-bind", from.toString(), to));
    }
}
