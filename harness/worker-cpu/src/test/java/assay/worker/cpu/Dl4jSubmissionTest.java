package assay.worker.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Inputs;
import assay.assignment.Library;
import assay.assignment.Limits;
import assay.run.ChildPlan;
import assay.run.ChildTrace;
import assay.run.Fault;
import assay.run.GradingException;
import assay.run.IsolationLevel;
import assay.run.Language;
import assay.run.LibraryFolder;
import assay.run.Outcome;
import assay.run.Request;
import assay.run.Sandbox;
import assay.run.SandboxOptions;
import assay.run.Sandboxes;
import assay.run.Sufficiency;
import assay.run.TrainingFiles;
import assay.testkit.Needs;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Submissions with ND4J in the real sandbox, with the jars as they are handed out. */
@Tag("slow")
class Dl4jSubmissionTest {
    private static final Path DIST = Path.of(System.getProperty("assay.dist", "target/dist"));
    private static final Limits LIMITS = new Limits(60, 30, 120, 256, 900, 96, 64);
    private static final String HEAD = """
            import assay.api.Answers;
            import assay.api.Inputs;
            import assay.api.Solves;
            import org.nd4j.linalg.api.ndarray.INDArray;
            import org.nd4j.linalg.factory.Nd4j;
            class Solution {
                @Solves("t") static Answers t(Inputs in) throws Exception {
            """;

    private static @Nullable Sandbox opened;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        Path lib = DIST.resolve("lib-worker-cpu");
        Needs.that(Files.isDirectory(lib), "needs " + lib + ", which the build makes before these tests");
        Path cache = DIST.resolveSibling("sandbox-cache");
        try {
            List<Path> worker = List.of(
                    place("assay.worker.Main"),
                    place("assay.api.Inputs"),
                    place("tools.jackson.core.json.JsonFactory"),
                    place("org.jspecify.annotations.NullMarked"));
            opened = Sandboxes.open(new SandboxOptions(false, 1, worker, cache)
                    .withLibraries(new LibraryFolder(lib, cache, made -> {})));
        } catch (ReflectiveOperationException | URISyntaxException e) {
            throw new AssertionError(e);
        } catch (GradingException e) {
            Needs.that(false, "needs isolation: " + e.getMessage());
        }
    }

    private static Path place(String type) throws ReflectiveOperationException, URISyntaxException {
        return Path.of(Class.forName(type)
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    @AfterAll
    static void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private ChildTrace run(List<Library> libraries, String body) throws IOException {
        Files.writeString(folder.resolve("Solution.java"), HEAD + body + "\n}}\n");
        Request request = new Request("1", "t", "draw 1", false, Inputs.none().and("x", new double[] {3, 4}));
        return Objects.requireNonNull(opened)
                .run(new ChildPlan(
                        Language.JAVA,
                        folder,
                        List.of("Solution.java"),
                        LIMITS,
                        List.of(request),
                        TrainingFiles.none(),
                        libraries,
                        Sufficiency.never()));
    }

    private ChildTrace run(String body) throws IOException {
        return run(List.of(Library.DL4J), body);
    }

    private static Outcome.Failed failed(ChildTrace trace) {
        if (trace.outcomes().get("1") instanceof Outcome.Failed failed) {
            return failed;
        }
        throw new AssertionError("must have failed: " + trace);
    }

    @Test
    void arrays_are_computed_in_isolation_and_what_computed_them_is_said() throws IOException {
        assertEquals(IsolationLevel.A, Objects.requireNonNull(opened).level());
        ChildTrace trace = run("INDArray x = Nd4j.createFromArray(in.vector(\"x\"));"
                + "return Answers.of(\"norm\", x.norm2Number().doubleValue());");
        if (!(trace.outcomes().get("1") instanceof Outcome.Answered answered)) {
            throw new AssertionError(trace.toString());
        }
        assertEquals(5, answered.answers().tensor("norm").at(0), 1e-12);
        assertTrue(
                String.valueOf(trace.libraries().get("backend")).startsWith("nd4j-native 1.0.0"),
                trace.libraries().toString());
        assertEquals("layers", trace.libraries().get("onednn"));
        assertEquals("1", trace.libraries().get("threads"));
    }

    @Test
    void what_the_next_child_loads_cannot_be_written() throws IOException {
        Outcome.Failed failed = failed(run("java.nio.file.Path natives = java.nio.file.Path.of("
                + "System.getProperty(\"java.library.path\"));"
                + "try (var files = java.nio.file.Files.list(natives)) {"
                + "  if (files.count() < 5) throw new IllegalStateException(\"no natives\"); }"
                + "java.nio.file.Files.writeString(natives.resolve(\"libopenblas.so.0\"), \"mine\");"
                + "return Answers.of(\"y\", 1);"));
        assertEquals(Fault.EXCEPTION, failed.fault(), failed.toString());
        assertTrue(
                failed.message().contains("FileSystemException")
                        || failed.message().contains("AccessDenied"),
                failed.message());
    }

    @Test
    void memory_outside_the_heap_has_its_limit() throws IOException {
        Outcome.Failed failed = failed(run("java.util.List<INDArray> kept = new java.util.ArrayList<>();"
                + "while (true) { kept.add(Nd4j.ones(1024, 1024)); }"));
        assertEquals(Fault.MEMORY_LIMIT, failed.fault(), failed.toString());
    }

    @Test
    void a_task_without_libraries_does_not_see_them() throws IOException {
        Outcome.Failed failed = failed(run(List.of(), "return Answers.of(\"y\", 1);"));
        assertEquals(Fault.NOT_COMPILED, failed.fault(), failed.toString());
        assertTrue(failed.message().contains("does not exist"), failed.message());
    }
}
