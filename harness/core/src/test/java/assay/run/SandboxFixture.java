package assay.run;

import assay.api.Inputs;
import assay.assignment.Limits;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Open one sandbox for a test class and run small submissions in it. */
final class SandboxFixture implements AutoCloseable {
    static final Limits SHORT = new Limits(20, 1.5, 30, 128, 512, 96, 16);

    private final Path folder;
    private final Sandbox sandbox;
    private int submissions;

    SandboxFixture(Path folder, boolean trusted) {
        this.folder = folder;
        this.sandbox = Sandboxes.open(new SandboxOptions(trusted, 2, classPath(), cache()));
    }

    /** Skip, or fail on a build server, where the machine cannot isolate. */
    static SandboxFixture isolated(Path folder) {
        try {
            return new SandboxFixture(folder, false);
        } catch (GradingException e) {
            if ("true".equals(System.getenv("CI"))) {
                throw e;
            }
            Assumptions.abort(e.getMessage());
            throw e;
        }
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** Skip, or fail on a build server, where no Python can be started. */
    void needsPython() {
        boolean found = sandbox.facts().containsKey("python");
        if ("true".equals(System.getenv("CI")) && !found) {
            throw new AssertionError("a build server must have Python 3.9 or newer");
        }
        Assumptions.assumeTrue(found, "no Python here");
    }

    /** Write files into a new submission. */
    Path submission(Map<String, String> files) throws IOException {
        Path root = Files.createDirectories(folder.resolve("submission-" + ++submissions));
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
        return run(Language.JAVA, SHORT, Map.of("Solution.java", javaFile(body)), tasks);
    }

    ChildTrace python(String body, String... tasks) throws IOException {
        return run(Language.PYTHON, SHORT, Map.of("solution.py", "from assay import solves\n" + body), tasks);
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
