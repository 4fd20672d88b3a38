package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes that honest people make must be answered with the line and a sentence that helps. */
class MessageTest {
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
    void java_mistakes_name_the_line() throws IOException {
        ChildTrace trace = fixture.java(
                """
                @Solves("divide") Answers divide(Inputs in) {
                    int zero = 0;
                    return Answers.of("k", 1 / zero);
                }
                @Solves("name") Answers name(Inputs in) { return Answers.of("k", in.number("kk")); }
                @Solves("later") Answers later(Inputs in) { throw new UnsupportedOperationException(); }
                @Solves("immutable") Answers immutable(Inputs in) {
                    java.util.List.of(1).add(2);
                    return Answers.none();
                }
                @Solves("null") Answers nothing(Inputs in) { return null; }
                @Solves("type") Answers type(Inputs in) { return Answers.of("k", new Object()); }
                @Solves("deep") Answers deep(Inputs in) { return deep(in).and("k", 1); }
                @Solves("two") Answers one(Inputs in) { return null; }
                @Solves("two") Answers two(Inputs in) { return null; }
                @Solves("shape") double shape(Inputs in) { return 1; }
                @Solves("native") Answers full(Inputs in) { throw new OutOfMemoryError("Physical memory usage is too high"); }
                """, "divide", "name", "later", "immutable", "null", "type", "deep", "two", "shape", "native");
        check(trace, "divide#0", Fault.EXCEPTION, "ArithmeticException: / by zero", "Solution.java:5");
        check(
                trace,
                "name#1",
                Fault.EXCEPTION,
                "IllegalArgumentException: this task has no input 'kk'; it gives: x, k",
                "Solution.java:7");
        check(trace, "later#2", Fault.NOT_ANSWERED, "The method says that it is not written yet.", "Solution.java:8");
        check(trace, "immutable#3", Fault.EXCEPTION, "UnsupportedOperationException", "Solution.java:10");
        check(trace, "null#4", Fault.EXCEPTION, "Returned null; return Answers.of(...).", "");
        assertTrue(SandboxFixture.failed(trace, "type#5").message().contains("answer 'k': must be a number"));
        check(trace, "deep#6", Fault.EXCEPTION, "StackOverflowError", "Solution.java:15");
        assertEquals(Fault.NOT_COMPILED, SandboxFixture.failed(trace, "two#7").fault());
        assertEquals(Fault.NOT_COMPILED, SandboxFixture.failed(trace, "shape#8").fault());
        check(
                trace,
                "native#9",
                Fault.MEMORY_LIMIT,
                "OutOfMemoryError: Physical memory usage is too high; the limit is 128 MiB for the heap, 512 MiB in all",
                "Solution.java:19");
        assertEquals(1.0, trace.observed().get("starts"));
    }

    @Test
    void java_files_that_do_not_compile_leave_the_others_alone() throws IOException {
        ChildTrace trace = fixture.run(
                Language.JAVA,
                SandboxFixture.USUAL,
                Map.of(
                        "Good.java",
                        "\ufeff\r\n" + SandboxFixture.javaFile("").replace("Solution", "Other")
                                + "class Good {\r\n@assay.api.Solves(\"good\") static assay.api.Answers a(assay.api.Inputs in)"
                                + " { return assay.api.Answers.of(\"k\", \"ä\"); } }",
                        "deep/Bad.java",
                        "package deep;\nclass Bad {\n  int x = \"text\";\n}\n"),
                "good",
                "bad");
        SandboxFixture.answered(trace, "good#0");
        check(
                trace,
                "bad#1",
                Fault.NOT_COMPILED,
                "incompatible types: java.lang.String cannot be converted to int",
                "deep/Bad.java:3");
    }

    @Test
    void python_mistakes_name_the_line() throws IOException {
        fixture.needsPython();
        ChildTrace trace = fixture.python("""
                @solves("divide")
                def divide(x, k):
                    return {"k": 1 / 0}
                @solves("names")
                def names(x, z): return {}
                @solves("later")
                def later(x, k): raise NotImplementedError
                @solves("none")
                def none(x, k): k
                @solves("type")
                def type_(x, k): return {"k": [1, {2}]}
                @solves("number")
                def number(x, k): return 3
                @solves("two")
                def one(x, k): return {}
                @solves("two")
                def two(x, k): return {}
                @solves("large")
                def large(x, k): raise MemoryError
                """, "divide", "names", "later", "none", "type", "number", "two", "large");
        check(trace, "divide#0", Fault.EXCEPTION, "ZeroDivisionError: division by zero", "solution.py:4");
        check(
                trace,
                "names#1",
                Fault.EXCEPTION,
                "Must take the inputs of the task by these names: x, k (missing a required argument: 'z').",
                "solution.py:5");
        check(trace, "later#2", Fault.NOT_ANSWERED, "The function says that it is not written yet.", "solution.py:8");
        check(trace, "none#3", Fault.EXCEPTION, "Returned None; did you forget return?", "solution.py:9");
        check(
                trace,
                "type#4",
                Fault.UNREADABLE,
                "Answer 'k'[1] must be a number, bool, text, list, tuple, dict or numpy array, was of type set.",
                "solution.py:11");
        check(
                trace,
                "number#5",
                Fault.UNREADABLE,
                "Must return a dict of answers such as {\"name\": value}, was of type int.",
                "solution.py:13");
        check(
                trace,
                "two#6",
                Fault.NOT_COMPILED,
                "the task 'two' must be solved by one function, was marked at two: one and two",
                "solution.py:17");
        check(trace, "large#7", Fault.MEMORY_LIMIT, "MemoryError; the limit is 512 MiB", "solution.py:20");
    }

    @Test
    void python_is_told_when_images_have_no_shape_or_another() throws IOException {
        fixture.needsPython();
        ChildTrace trace = fixture.python("""
                from assay import images_of
                @solves("unknown")
                def unknown(x, k): return {"k": len(images_of(["AAAA"]))}
                @solves("other")
                def other(x, k): return {"k": len(images_of(["AAAA"], (1, 2, 2)))}
                @solves("right")
                def right(x, k): return {"k": len(images_of(["AAAA", "AAAA"], (1, 1, 2)))}
                """, "unknown", "other", "right");
        check(
                trace,
                "unknown#0",
                Fault.EXCEPTION,
                "ValueError: images_of needs to know the shape of an image: call training_set before, or give it, as in"
                        + " images_of(images, (1, 28, 28))",
                "solution.py:4");
        check(
                trace,
                "other#1",
                Fault.EXCEPTION,
                "ValueError: the images are 3 bytes, which is no multiple of the 4 of an image of shape (1, 2, 2)",
                "solution.py:6");
        assertEquals(
                3.0,
                SandboxFixture.answered(trace, "right#2").answers().tensor("k").item());
    }

    @Test
    void python_files_that_cannot_be_imported_leave_the_others_alone() throws IOException {
        fixture.needsPython();
        Map<String, String> files = Map.of(
                "a_syntax.py", "def broken(:\n",
                "b_module.py", "import no_such_module\n",
                "helper.py", "def double(v): return [2 * e for e in v]\n",
                "random.py", "NAME = 'my own'\n",
                "assay.py", "raise RuntimeError('a copy for the notebook')\n",
                "solution.py", """
                        from assay import solves
                        from helper import double
                        import random
                        @solves("good")
                        def good(x, k): return {"x": double(x), "std": hasattr(random, "gauss"), "whole": isinstance(k, int)}
                        """);
        ChildTrace trace = fixture.run(Language.PYTHON, SandboxFixture.USUAL, files, "good", "other");
        assertEquals(
                Tensor.vector(2, 5, 0),
                SandboxFixture.answered(trace, "good#0").answers().tensor("x"));
        assertEquals(
                "Fields[byName={x=a vector [3] [2.0, 5.0, 0.0], std=Truth[holds=true], whole=Truth[holds=true]}]",
                SandboxFixture.answered(trace, "good#0").answers().fields().toString());
        Outcome.Failed other = SandboxFixture.failed(trace, "other#1");
        assertEquals(Fault.NOT_COMPILED, other.fault());
        assertEquals("a_syntax.py:1", other.where());
        assertTrue(other.message().startsWith("SyntaxError: "), other.message());
        assertTrue(other.message().endsWith("(and 1 more)"), other.message());
    }

    @Test
    void a_missing_module_is_said_to_be_missing() throws IOException {
        fixture.needsPython();
        ChildTrace trace = fixture.python("import no_such_module\n", "a");
        check(trace, "a#0", Fault.NOT_COMPILED, "no_such_module is not installed here", "solution.py:2");
    }

    @Test
    void a_task_that_nobody_solves_is_not_answered() throws IOException {
        ChildTrace trace = fixture.java("", "a");
        check(trace, "a#0", Fault.NOT_ANSWERED, "No java code solves this task.", "");
    }

    @Test
    void a_java_method_that_cannot_be_used_concerns_its_own_task_only() throws IOException {
        ChildTrace trace = fixture.java("""
                @Solves("two") Answers one(Inputs in) { return null; }
                @Solves("two") Answers two(Inputs in) { return null; }
                @Solves("shape") double shape(Inputs in) { return 1; }
                """, "open", "two", "shape");
        check(trace, "open#0", Fault.NOT_ANSWERED, "No java code solves this task.", "");
        check(
                trace,
                "two#1",
                Fault.NOT_COMPILED,
                "the task 'two' must be solved by one method, was marked at 2: Solution.one, Solution.two",
                "Solution.java");
        assertTrue(
                SandboxFixture.failed(trace, "shape#2").message().startsWith("Solution.shape solves 'shape' and must"));
        assertEquals(List.of("shape", "two"), trace.offered());
    }

    @Test
    void a_python_clash_concerns_its_own_task_only() throws IOException {
        fixture.needsPython();
        ChildTrace trace = fixture.python("""
                @solves("two")
                def one(x, k): return {}
                @solves("two")
                def two(x, k): return {}
                @solves("good")
                def good(x, k): return {"k": k}
                """, "open", "two", "good");
        check(trace, "open#0", Fault.NOT_ANSWERED, "No python code solves this task.", "");
        assertEquals(Fault.NOT_COMPILED, SandboxFixture.failed(trace, "two#1").fault());
        SandboxFixture.answered(trace, "good#2");
        assertEquals(List.of("good", "two"), trace.offered());
    }

    @Test
    void a_file_that_cannot_be_loaded_concerns_what_nobody_answers_after_what_is_about_the_task() throws IOException {
        Map<String, String> files = Map.of(
                "Bad.java",
                "class Bad { int x = 1 }",
                "Solution.java",
                SandboxFixture.javaFile("@Solves(\"shape\") double shape(Inputs in) { return 1; }"));
        ChildTrace trace = fixture.run(Language.JAVA, SandboxFixture.USUAL, files, "open", "shape");
        check(trace, "open#0", Fault.NOT_COMPILED, "';' expected", "Bad.java:1");
        Outcome.Failed shape = SandboxFixture.failed(trace, "shape#1");
        assertEquals("Solution.java", shape.where());
        assertTrue(shape.message().endsWith("(and 1 more)"), shape.message());
    }

    @Test
    void a_forgotten_import_of_solves_is_written_down() throws IOException {
        fixture.needsPython();
        ChildTrace trace = fixture.run(
                Language.PYTHON,
                SandboxFixture.USUAL,
                Map.of("solution.py", "\n@solves('a')\ndef a(x, k): return {}\n"),
                "a");
        check(
                trace,
                "a#0",
                Fault.NOT_COMPILED,
                "NameError: name 'solves' is not defined; write \"from assay import solves\" at the top",
                "solution.py:2");
    }

    private static void check(ChildTrace trace, String id, Fault fault, String message, String where) {
        assertEquals(new Outcome.Failed(fault, message, where), SandboxFixture.failed(trace, id));
    }
}
