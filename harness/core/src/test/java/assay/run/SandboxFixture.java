package assay.run;

import assay.api.Inputs;
import assay.assignment.Limits;
import assay.device.GpuAccess;
import assay.testkit.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Open one sandbox for a test class and run small submissions in it. */
final class SandboxFixture implements AutoCloseable {
    /** Far more time than anything here needs on a busy machine. */
    static final Limits USUAL = new Limits(30, 20, 90, 128, 512, 96, 16);

    /** Little time, for what never ends. */
    static final Limits IMPATIENT = new Limits(30, 1, 90, 128, 512, 96, 16);

    private final Path folder;
    private final Sandbox sandbox;
    private final AtomicInteger submissions = new AtomicInteger();

    SandboxFixture(Path folder, boolean trusted) {
        this(folder, new SandboxOptions(trusted, 2, classPath(), cache()));
    }

    private SandboxFixture(Path folder, SandboxOptions options) {
        this.folder = folder;
        String before = System.getProperty("java.io.tmpdir");
        try {
            // What children see is mounted from here, so that the test knows its own children among those of others.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            System.setProperty("java.io.tmpdir", folder.toString());
            this.sandbox = Sandboxes.open(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
    }

    /** Skip, or fail on a build server, where the machine cannot isolate. */
    static SandboxFixture isolated(Path folder) {
        try {
            return new SandboxFixture(folder, false);
        } catch (GradingException e) {
            Needs.that(false, "needs isolation: " + e.getMessage());
            throw e;
        }
    }

    /** Open one under the command line of a GPU. */
    static SandboxFixture isolated(Path folder, GpuAccess gpu) {
        try {
            return new SandboxFixture(folder, new SandboxOptions(false, 1, classPath(), cache()).on(gpu));
        } catch (GradingException e) {
            Needs.that(false, "needs isolation: " + e.getMessage());
            throw e;
        }
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** Skip, or fail on a build server, where no Python can be started. */
    void needsPython() {
        Needs.that(sandbox.facts().containsKey("python"), "needs Python 3.9 that a child can start");
    }

    /** Write files into a new submission. */
    Path submission(Map<String, String> files) throws IOException {
        Path root = Files.createDirectories(folder.resolve("submission-" + submissions.incrementAndGet()));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return root;
    }

    /** Run files with one request per task name; the request of a task is found under its name and position: "a#0". */
    ChildTrace run(Language language, Limits limits, Map<String, String> files, String... tasks) throws IOException {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < tasks.length; i++) {
            Inputs inputs = Inputs.none().and("x", new double[] {1, 2.5, i}).and("k", 3);
            requests.add(new Request(tasks[i] + "#" + i, tasks[i], "draw " + i, false, inputs));
        }
        List<String> names = files.keySet().stream().sorted().toList();
        return sandbox.run(new ChildPlan(language, submission(files), names, limits, requests));
    }

    ChildTrace java(String body, String... tasks) throws IOException {
        return run(Language.JAVA, USUAL, Map.of("Solution.java", javaFile(body)), tasks);
    }

    ChildTrace python(String body, String... tasks) throws IOException {
        return run(Language.PYTHON, USUAL, Map.of("solution.py", "from assay import solves\n" + body), tasks);
    }

    static String javaFile(String body) {
        return "import assay.api.*;\nclass Solution {\n" + body + "\n}\n";
    }

    static Outcome.Failed failed(ChildTrace trace, String id) {
        if (trace.outcomes().get(id) instanceof Outcome.Failed failed) {
            return failed;
        }
        throw new AssertionError("must have failed: " + trace);
    }

    static Outcome.Answered answered(ChildTrace trace, String id) {
        if (trace.outcomes().get(id) instanceof Outcome.Answered answered) {
            return answered;
        }
        throw new AssertionError("must have answered: " + trace);
    }

    /** Return the command lines of this sandbox's children that live, whoever is their parent. */
    List<String> survivors() throws IOException {
        return children(folder);
    }

    /** Return the command lines of processes that see something of {@code folder} mounted. */
    static List<String> children(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path process : processes(folder)) {
            try {
                found.add(Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                        .replace('\0', ' '));
            } catch (IOException e) {
                // it ended in the meantime
            }
        }
        return found;
    }

    /** Return the folders in /proc of processes that see something of {@code folder} mounted. */
    static List<Path> processes(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(p -> p.getFileName().toString().matches("\\d+"))
                    .toList()) {
                try {
                    String mounts = Files.readString(process.resolve("mountinfo"), StandardCharsets.ISO_8859_1);
                    if (mounts.contains(folder.getFileName().toString())) {
                        found.add(process);
                    }
                } catch (IOException e) {
                    // it ended in the meantime
                }
            }
        }
        return found;
    }

    static List<Path> classPath() {
        return List.of(
                place(classNamed("assay.worker.Main")),
                place(Inputs.class),
                place(classNamed("tools.jackson.core.json.JsonFactory")),
                place(classNamed("org.jspecify.annotations.NullMarked")));
    }

    /** Keep what is costly to make between builds, inside the build folder. */
    static Path cache() {
        return place(SandboxFixture.class).getParent().resolve("sandbox-cache");
    }

    private static Class<?> classNamed(String name) {
        try {
            return Class.forName(name, false, SandboxFixture.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
