package assay.check.graph;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.assignment.RecordBinder;
import assay.assignment.YamlPlace;
import assay.check.CheckContext;
import assay.check.Evidence;
import assay.check.Judgement;
import assay.check.Verdict;
import assay.check.graph.SingleOperationsCheck.Part;
import assay.check.graph.SingleOperationsCheck.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

class SingleOperationsCheckTest {
    private static final List<String> SPELLED = List.of(
            "inner = mul(x, c)",
            "arg = add(d, inner)",
            "log_ = ln(arg)",
            "ea = e^a",
            "bx = mul(x, b)",
            "root = bx^0.5",
            "top = log_*ea",
            "left = div(top, root)",
            "ex = exp(x)",
            "angle = ex*n",
            "s = sin(angle)",
            "ms = s*m",
            "yhat = ms + left",
            "r = y - yhat",
            "r2 = square(r)",
            "L = sum(r2)");
    private static final List<String> TIMES_ITSELF = List.of(
            "u1 = x*b",
            "u2 = sqrt(u1)",
            "u3 = x·c",
            "u4 = d + u3",
            "u5 = ln(u4)",
            "u6 = u5/u2",
            "u7 = exp(a)",
            "u8 = u6*u7",
            "u9 = exp(x)",
            "u10 = u9*n",
            "u11 = sin(u10)",
            "u12 = u11 × m",
            "u13 = u12 − y",
            "u14 = u13 + u8",
            "u15 = u14*u14",
            "L := sum(u15)");
    private static final List<String> PUBLISHED = List.of(
            "t1 = e^x",
            "t2 = sqrt(b*x)",
            "t3 = ln(c*x + d)",
            "t4 = m*sin(n*e^x)",
            "yhat = t1/t2*t3 + t4",
            "L = sum(yhat - y)");

    @Test
    void accepts_the_list_of_the_reference() {
        assertAllPass(GraphSheet.RIGHT);
    }

    @Test
    void accepts_words_for_signs_other_names_and_another_order() {
        assertAllPass(SPELLED);
    }

    @Test
    void accepts_r_times_r_and_another_association() {
        assertAllPass(TIMES_ITSELF);
    }

    @Test
    void finds_every_fault_of_the_published_list() {
        Judgement form = judge(Part.OPERATIONS, PUBLISHED);
        assertEquals(Verdict.WRONG, form.verdict());
        assertEquals("two-operations", form.diagnosis().id());
        assertTrue(form.message().startsWith("Line 2: 't2 = sqrt(b*x)' does 2 operations (*, sqrt)"), form.message());
        List<String> notes = column(form, 3);
        assertTrue(notes.get(2).contains("does 3 operations (*, +, ln)"), notes.get(2));
        assertTrue(notes.get(3).contains("does 4 operations (exp, *, sin, *)"), notes.get(3));
        Judgement value = judge(Part.VALUE, PUBLISHED);
        assertEquals("wrong-value", value.cause());
        assertTrue(value.message().contains("L is 5.80935, right is 11.5489."), value.message());
        assertTrue(value.message().contains("Two mistakes:"), value.message());
        assertTrue(value.message().contains("not squared"), value.message());
        assertTrue(value.message().contains("Line 1 takes e^x where another exponential belongs"), value.message());
        assertEquals(Verdict.WRONG, judge(Part.REUSE, PUBLISHED).verdict());
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "t15 = t14^2; t15 = t14*1; missing-square; not squared",
                "L = sum(t15); L = t15*1; no-sum; With a sum over the samples",
                "L = sum(t15); L = sum(t14); missing-square; not squared",
                "t1 = exp(a); t1 = exp(x); wrong-exponential; Line 1 takes e^x",
                "t7 = ln(t6); t7 = log10(t6); log10; the sheet means the natural one",
                "t13 = t8 + t12; t13 = t8 - t12; one-line; Only line 13, 't13 = t8 - t12'",
                "t4 = t1/t3; t4 = t3/t1; one-line; Only line 4",
                "t11 = sin(t10); t11 = cos(t10); one-line; Only line 11",
                "t6 = t5 + d; t6 = t5 + c; leaf-unused; 'd' is never used",
                "t14 = t13 - y; t14 = t13 - 0; leaf-unused; 'y' is never used",
                "t15 = t14^2; t15 = t14^3; one-line; Only line 15",
                "L = sum(t15); L = sum(2*t15); factor-2; The value is 2 times the right one"
            })
    void names_the_mistake_behind_a_wrong_value(String right, String wrong, String diagnosis, String words) {
        Judgement judgement = judge(Part.VALUE, changed(right, wrong));
        assertEquals(Verdict.WRONG, judgement.verdict());
        assertEquals(diagnosis, judgement.diagnosis().id(), judgement.message());
        assertTrue(judgement.message().contains(words), judgement.message());
    }

    @Test
    void finds_swapped_exponentials() {
        List<String> list = new ArrayList<>(GraphSheet.RIGHT);
        list.set(0, "t1 = e^x");
        list.set(8, "t9 = e^a");
        Judgement judgement = judge(Part.VALUE, list);
        assertEquals("swapped-exponentials", judgement.diagnosis().id());
        assertTrue(judgement.message().contains("e^x and e^a are swapped"), judgement.message());
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "t3 = sqrt(t2); t3 = sqrt(b*x); two-operations; Line 3: 't3 = sqrt(b*x)' does 2 operations (*, sqrt)",
                "t14 = t13 - y; t14 = -y + t13; two-operations; (-, +)",
                "t3 = sqrt(t2); t3 = t2; copy; Line 3: 't3 = t2' does no operation",
                "t4 = t1/t3; t4 = t1/t30; undefined; 't30' is neither given nor defined; did you mean t3?",
                "t4 = t1/t3; t4 = t1/t12; used-before-defined; Line 4: 't12' is used before it is defined (on line 12)",
                "t4 = t1/t3; t4 = t4/t3; used-before-defined; 't4' is used in its own definition",
                "t5 = c*x; t4 = c*x; defined-twice; Line 5: 't4' is already defined on line 4",
                "t8 = t4*t7; t8 = t4*t4; unused; 't5' is never used on the way to L",
                "t6 = t5 + d; t6 = t5 + 1; leaf-unused; 'd' is given, and never used",
                "L = sum(t15); L = t15*1; not-summed; 'L' has one value per sample",
                "L = sum(t15); loss = sum(t15); no-result; No line defines 'L'",
                "t1 = exp(a); t1 = sum(a); no-samples; 'a' is one number: there is nothing to sum up",
                "t1 = exp(a); a = exp(a); leaf-assigned; Line 1 assigns to 'a', which is given",
                "t1 = exp(a); e = exp(a); leaf-assigned; which is a constant",
                "t1 = exp(a); t1: exp(a); unreadable; must have exactly one '='",
                "t1 = exp(a); t1 == exp(a); unreadable; must have exactly one '='",
                "t1 = exp(a); t 1 = exp(a); unreadable; left of the '=' stands one name",
                "t2 = b*x; t2 = bx; undefined; 'bx' is neither given nor defined; did you mean b*x?",
                "t2 = b*x; t2 = 2x; unreadable; Line 2, 't2 = 2x', column 7: a sign is missing between '2' and 'x'; a product is always written with *: 2*x.",
                "t15 = t14^2; t15 = t14**2; unreadable; write ^ for a power",
                "t7 = ln(t6); t7 = log(t6); unreadable; write ln for the natural logarithm"
            })
    void names_what_breaks_the_rules(String right, String wrong, String diagnosis, String words) {
        Judgement judgement = judge(Part.OPERATIONS, changed(right, wrong));
        assertEquals(Verdict.WRONG, judgement.verdict());
        List<String> said = new ArrayList<>(column(judgement, 3));
        said.add(judgement.message());
        assertTrue(said.stream().anyMatch(text -> text.contains(words)), said::toString);
        assertEquals(diagnosis, judgement.diagnosis().id(), judgement.message());
    }

    @Test
    void marks_the_wrong_nodes_of_the_graph() {
        Judgement judgement = judge(Part.OPERATIONS, changed("t3 = sqrt(t2)", "t3 = sqrt(b*x)"));
        Evidence.Graph graph = (Evidence.Graph) judgement.evidence().get(0);
        List<String> wrong = graph.nodes().stream()
                .filter(Evidence.Graph.Node::wrong)
                .map(Evidence.Graph.Node::name)
                .toList();
        assertEquals(List.of("t2", "t3"), wrong.stream().sorted().toList());
    }

    @Test
    void draws_the_graph_in_layers() {
        Evidence.Graph graph = (Evidence.Graph)
                judge(Part.OPERATIONS, GraphSheet.RIGHT).evidence().get(0);
        Map<String, Evidence.Graph.Node> nodes =
                graph.nodes().stream().collect(Collectors.toMap(Evidence.Graph.Node::name, node -> node));
        assertAll(
                () -> assertEquals(24, graph.nodes().size()),
                () -> assertEquals(25, graph.edges().size()),
                () -> assertEquals(0, nodes.get("a").layer()),
                () -> assertEquals(1, nodes.get("t1").layer()),
                () -> assertEquals("exp", nodes.get("t1").operation()),
                () -> assertEquals("^2", nodes.get("t15").operation()),
                () -> assertEquals(8, nodes.get("L").layer()));
    }

    @Test
    void shows_the_values_of_the_first_case() {
        List<String> values = column(judge(Part.OPERATIONS, GraphSheet.RIGHT), 2);
        assertEquals("1.28403", values.get(0));
        assertEquals("[0.75, 1.5, 1.875]", values.get(1));
        assertEquals("11.5489", values.get(15));
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "t9 = exp(x); t9 = exp(a); 'exp(a)'; 't1' (line 1)",
                "t5 = c*x; t5 = x*b; 'x*b'; 't2' (line 2)",
                "t11 = sin(t10); t11 = ln(t6); 'ln(t6)'; 't7' (line 7)",
                "t1 = exp(a); t1 = e^x; 'exp(x)'; 't1' (line 1)"
            })
    void finds_what_is_computed_twice(String right, String wrong, String what, String where) {
        Judgement judgement = judge(Part.REUSE, changed(right, wrong));
        assertEquals("repeated-operation", judgement.diagnosis().id());
        assertTrue(judgement.message().contains(what + " is already there as " + where), judgement.message());
    }

    @Test
    void finds_a_square_computed_twice_through_renamed_operands() {
        List<String> list =
                List.of("t1 = x - y", "t2 = x - y", "t3 = t1*t2", "t4 = t1^2", "t5 = t3 + t4", "L = sum(t5)");
        List<String> notes = column(judge(Part.REUSE, list), 3);
        assertTrue(notes.get(1).contains("'x - y' is already there as 't1'"), notes.get(1));
        assertTrue(notes.get(3).contains("'t1^2' is already there as 't3'"), notes.get(3));
    }

    @Test
    void counts_operations() {
        List<String> list = new ArrayList<>(GraphSheet.RIGHT);
        list.set(14, "t15 = abs(t14)");
        list.add(15, "t16 = t15^2");
        list.set(16, "t17 = t16/1");
        list.add("L = sum(t17)");
        Judgement judgement = judge(Part.REUSE, list);
        assertEquals("too-many-operations", judgement.diagnosis().id());
        assertTrue(judgement.message().contains("18 operations, 17 are enough"), judgement.message());
    }

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({"20, 20", "0, 0", "-0.00025, -0.00025", "1234567.8, 1234570", "1e-9, 1E-9", "2.5e8, 2.5E+8", "NaN, NaN"
    })
    void writes_values_for_people(double value, String written) {
        assertEquals(written, StepEvidence.write(value));
    }

    @Test
    void takes_the_written_value_where_there_is_no_reference() {
        Answers given = Answers.of("steps", GraphSheet.RIGHT);
        assertEquals(
                Verdict.PASSED,
                judge(Part.VALUE, GraphSheet.written(given, 11.548930319518593)).verdict());
        assertEquals(
                Verdict.WRONG,
                judge(Part.VALUE, GraphSheet.written(given, 11.5489304)).verdict());
    }

    @Test
    void a_missing_reference_is_not_the_students_fault() {
        CheckContext context = new CheckContext(
                GraphSheet.task(),
                List.of(GraphSheet.trial("only", Inputs.none(), Answers.of("steps", GraphSheet.RIGHT))),
                null);
        assertEquals(Verdict.NOT_JUDGED, judge(Part.VALUE, context).verdict());
    }

    @Test
    void a_list_may_not_depend_on_the_case() {
        CheckContext context = new CheckContext(
                GraphSheet.task(),
                List.of(
                        GraphSheet.trial("one", Inputs.none(), Answers.of("steps", List.of("L = 1 + 2"))),
                        GraphSheet.trial("two", Inputs.none(), Answers.of("steps", List.of("L = 1 + 3")))),
                null);
        assertEquals("differs", judge(Part.OPERATIONS, context).cause());
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void nothing_handed_in_is_missing(Part part) {
        assertEquals(Verdict.MISSING, judge(part, GraphSheet.unanswered()).verdict());
        assertEquals(Verdict.MISSING, judge(part, List.of()).verdict());
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void garbage_is_wrong_and_harmless(Part part) {
        List<Object> garbage = List.of(
                List.of("(".repeat(100_000)),
                List.of("L = " + "(".repeat(100_000)),
                List.of("L = " + "-".repeat(1_990) + "x"),
                List.of("\u0000\u0001\ufffd\ud800"),
                List.of("L = sum(x) ::error::<script>alert(1)</script>\u001b[2J"),
                List.of("ignore all rules", "verdict: PASSED", "points = 100"),
                List.of(1, 2, 3),
                List.of(List.of("L", "sum(x)"), true, Map.of("t1", "exp(a)")),
                IntStream.range(0, 10_000).mapToObj(i -> "t" + i + " = x + y").toList());
        for (Object given : garbage) {
            Judgement judgement = judge(part, given);
            assertEquals(Verdict.WRONG, judgement.verdict(), judgement.message());
            assertTrue(judgement.message().length() < 600, judgement.message());
            assertTrue(judgement.message().chars().noneMatch(c -> c < ' '), judgement.message());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 200})
    @Timeout(30)
    void long_lists_are_judged(int lines) {
        List<String> list = new ArrayList<>();
        list.add("t0 = x + y");
        for (int i = 1; i < lines - 1; i++) {
            list.add("t" + i + " = t" + (i - 1) + " + exp(" + GraphSheet.LEAVES.get(i % 8) + ")");
        }
        list.add("L = sum(t" + (lines - 2) + ")");
        assertEquals(Verdict.WRONG, judge(Part.VALUE, list).verdict());
    }

    @Test
    void refuses_specs_that_do_not_fit() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Spec(Part.VALUE, "steps", "L", List.of(), List.of(), Optional.empty(), 16, 1e-9));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Spec(Part.REUSE, "steps", "L", List.of(), List.of(), Optional.empty(), 16, 1));
        Spec unknown = new Spec(Part.REUSE, "stpes", "L", List.of(), List.of(), Optional.empty(), 16, 0);
        assertEquals(
                "the task has no answer 'stpes'; did you mean 'steps'? Known: arrows, edges, steps.",
                new SingleOperationsCheck().objection(unknown, GraphSheet.task()));
    }

    @Test
    void the_keys_are_those_of_the_grading_file() throws Exception {
        String yaml = "{part: value, answer: steps, result: L, leaves: [a, x], per-sample: [x], result-of: loss}";
        Spec spec = RecordBinder.bind(
                new ObjectMapper().readTree(yaml.replaceAll("([a-z-]+|L)", "\"$1\"")),
                Spec.class,
                new YamlPlace("grading.yaml", "", Map.of()));
        assertEquals(
                new Spec(Part.VALUE, "steps", "L", List.of("a", "x"), List.of("x"), Optional.of("loss"), 1000, 1e-9),
                spec);
    }

    private static void assertAllPass(List<String> list) {
        for (Part part : Part.values()) {
            Judgement judgement = judge(part, list);
            assertEquals(Verdict.PASSED, judgement.verdict(), part + ": " + judgement.message());
        }
    }

    private static List<String> changed(String right, String wrong) {
        List<String> list = new ArrayList<>(GraphSheet.RIGHT);
        list.set(list.indexOf(right), wrong);
        return list;
    }

    private static List<String> column(Judgement judgement, int column) {
        Evidence.Table table = (Evidence.Table) judgement.evidence().get(1);
        return table.rows().stream().map(row -> row.get(column)).toList();
    }

    private static Judgement judge(Part part, Object list) {
        return judge(part, GraphSheet.context(Answers.of("steps", list)));
    }

    private static Judgement judge(Part part, CheckContext context) {
        Spec spec = new Spec(part, "steps", "L", List.of(), List.of(), Optional.of("loss"), 17, 1e-9);
        return new SingleOperationsCheck().judge(spec, context);
    }
}
