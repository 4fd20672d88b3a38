package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Truth;
import assay.testkit.Needs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HonestSubmissionTest {
    @TempDir
    static Path folder;

    static SandboxFixture fixture;

    @BeforeAll
    static void open() {
        fixture = SandboxFixture.isolated(folder);
    }

    @AfterAll
    static void close() {
        if (fixture != null) {
            fixture.close();
        }
    }

    @Test
    void java_answers_and_its_prints_are_captured() throws IOException {
        ChildTrace trace = fixture.java("""
                @Solves("a") static Answers a(Inputs in) {
                    System.out.println("to out");
                    System.err.println("to err");
                    return Answers.of("sum", in.vector("x")[1] + in.number("k")).and("x", in.tensor("x"));
                }
                """, "a", "a");
        assertEquals(
                5.5,
                SandboxFixture.answered(trace, "a#0").answers().tensor("sum").item());
        assertEquals(
                Tensor.vector(1, 2.5, 1),
                SandboxFixture.answered(trace, "a#1").answers().tensor("x"));
        assertEquals("to out\nto err\nto out\nto err\n", trace.output());
    }

    @Test
    void java_files_may_have_any_name() throws IOException {
        Needs.that("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "needs a UTF-8 locale");
        String good = "@Solves(\"a\") static Answers a(Inputs in) { return Answers.of(\"k\", in.number(\"k\")); }";
        ChildTrace trace = fixture.run(
                Language.JAVA,
                SandboxFixture.USUAL,
                Map.of("L\u00f6sung 1 & #%.java", SandboxFixture.javaFile(good)),
                "a");
        SandboxFixture.answered(trace, "a#0");
    }

    @Test
    void python_answers_and_its_prints_are_captured() throws IOException {
        fixture.needsPython();
        ChildTrace trace = fixture.python("""
                import os, sys
                from fractions import Fraction
                @solves("a")
                def a(x, k):
                    print("to out")
                    os.system("true")
                    print("to err", file=sys.stderr)
                    return {"sum": x[1] + k, "third": Fraction(1, 3)}
                """, "a");
        assertEquals(
                5.5,
                SandboxFixture.answered(trace, "a#0").answers().tensor("sum").item());
        assertEquals(
                new Text("1/3"),
                SandboxFixture.answered(trace, "a#0").answers().get("third").orElseThrow());
        assertEquals("to out\nto err\n", trace.output());
        assertTrue(trace.observed().get("wallMillis") > 0);
    }

    @Test
    void python_gets_arrays_where_the_submission_uses_numpy() throws IOException {
        fixture.needsPython();
        ChildTrace trace = fixture.python("""
                import numpy as np
                @solves("a")
                def a(x, k):
                    x[0] = 0.5
                    return {"double": 2 * x, "norm": np.linalg.norm(np.outer(x, x)), "count": np.int64(x.size),
                            "odd": np.array([np.nan, np.inf, -np.inf]), "any": np.bool_(True), "type": type(k).__name__}
                """, "a");
        Needs.that(
                !trace.outcomes().toString().contains("numpy is not installed here"), "needs numpy for the children");
        Answers answers = SandboxFixture.answered(trace, "a#0").answers();
        assertEquals(Tensor.vector(1, 5, 0), answers.tensor("double"));
        assertEquals(6.5, answers.tensor("norm").item(), 1e-12);
        assertEquals(3, answers.tensor("count").item());
        assertEquals(
                Tensor.vector(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY), answers.tensor("odd"));
        assertEquals(new Truth(true), answers.get("any").orElseThrow());
        assertEquals(new Text("int"), answers.get("type").orElseThrow());
    }

    @Test
    void the_class_archive_is_used() {
        assertEquals("used", fixture.sandbox().facts().get("class-archive"));
    }

    @Test
    void several_runs_go_on_at_once() throws Exception {
        List<Callable<ChildTrace>> runs = Collections.nCopies(
                4, () -> fixture.java("@Solves(\"a\") Answers a(Inputs in) { return Answers.of(\"k\", 3); }", "a"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<ChildTrace> run : threads.invokeAll(runs)) {
                SandboxFixture.answered(run.get(), "a#0");
            }
        } finally {
            threads.shutdown();
        }
    }
}
