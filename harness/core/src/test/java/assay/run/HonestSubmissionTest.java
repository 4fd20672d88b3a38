package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Tensor;
import assay.api.Text;
import java.io.IOException;
import java.nio.file.Path;
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
}
