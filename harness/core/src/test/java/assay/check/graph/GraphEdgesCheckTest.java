package assay.check.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.check.Evidence;
import assay.check.Judgement;
import assay.check.Verdict;
import assay.check.graph.GraphEdgesCheck.Spec;
import assay.formula.Formula;
import assay.formula.FormulaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GraphEdgesCheckTest {
    @Test
    void accepts_the_graph_of_the_reference() {
        Judgement judgement = judge(right());
        assertEquals(Verdict.PASSED, judgement.verdict(), judgement.message());
        assertTrue(judgement.message().startsWith("25 edges"), judgement.message());
    }

    @Test
    void accepts_arrows() {
        List<String> arrows = new ArrayList<>();
        right().forEach((node, operands) -> operands.forEach(operand -> arrows.add(operand + " -> " + node)));
        Judgement judgement = judge("arrows", Answers.of("arrows", arrows));
        assertEquals(Verdict.PASSED, judgement.verdict(), judgement.message());
    }

    @Test
    void accepts_another_association_r_times_r_and_leaves_that_are_listed() {
        Map<String, List<String>> graph = right();
        graph.put("t4", List.of("t7", "t3"));
        graph.put("t8", List.of("t4", "t1"));
        graph.put("t15", List.of("t14", "t14"));
        graph.put("a", List.of());
        assertEquals(Verdict.PASSED, judge(graph).verdict());
    }

    @Test
    void accepts_the_expanded_square() {
        Map<String, List<String>> graph = right();
        graph.put("p2", List.of("t13"));
        graph.put("py", List.of("t13", "y"));
        graph.put("py2", List.of("py"));
        graph.put("y2", List.of("y"));
        graph.put("t14", List.of("p2", "py2"));
        graph.put("t15", List.of("t14", "y2"));
        Judgement judgement = judge(graph);
        assertEquals(Verdict.PASSED, judgement.verdict(), judgement.message());
    }

    @ParameterizedTest(name = "{0}: [{1}] is {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "t6; t5; not-reached; 'd' does not reach L: no edge leaves it",
                "t2; b t8; cycle; There is a cycle: t2 -> t3 -> t4 -> t8 -> t2",
                "t5; t5 c; cycle; There is a cycle: t5 -> t5",
                "t13; t8 t12 y; target-feeds-prediction; 'y' is used by t13, before the prediction is complete",
                "t12; m y; target-feeds-prediction; 'y' is used by t12, before the prediction is complete (a, b, c, d come in later)",
                "t4; t1 t33; undefined; 't33' is used by t4, but is neither given nor computed from anything; did you mean t3?",
                "a; t1; leaf-has-operands; 'a' is given and is computed from nothing, but has the operand t1",
                "t8; t4 t7 t1; operand-count; 't8' has 3 operands (t4, t7, t1); a single operation has one or two",
                "t20; t8 t12; unused; 't20' leads nowhere: there is no path from it to L",
                "t20; L; result-used; 't20' uses L, which is the end of the graph",
                "L; ; no-result; 'L', the result, is computed from nothing"
            })
    void names_the_wrong_edge(String node, String operands, String diagnosis, String words) {
        Map<String, List<String>> graph = right();
        graph.put(node, operands == null ? List.of() : List.of(operands.split(" ")));
        Judgement judgement = judge(graph);
        assertEquals(Verdict.WRONG, judgement.verdict());
        assertEquals(diagnosis, judgement.diagnosis().id(), judgement.message());
        assertTrue(judgement.message().contains(words), judgement.message());
    }

    @Test
    void finds_a_target_that_enters_the_prediction_and_the_error() {
        Map<String, List<String>> graph = right();
        graph.put("yhat", List.of("t13", "y"));
        graph.put("t14", List.of("yhat", "y"));
        Judgement judgement = judge(graph);
        assertEquals("target-feeds-prediction", judgement.diagnosis().id());
        assertTrue(judgement.message().contains("'y' is used by yhat and again by t14"), judgement.message());
    }

    @Test
    void finds_reversed_edges() {
        Map<String, List<String>> reversed = new LinkedHashMap<>();
        right().forEach((node, operands) -> operands.forEach(operand ->
                reversed.computeIfAbsent(operand, name -> new ArrayList<>()).add(node)));
        Judgement judgement = judge(reversed);
        assertEquals("reversed", judgement.diagnosis().id());
        assertTrue(judgement.message().contains("All edges run the wrong way"), judgement.message());
    }

    @Test
    void marks_the_edges_of_a_cycle() {
        Map<String, List<String>> graph = right();
        graph.put("t2", List.of("b", "t4"));
        Evidence.Graph drawn = (Evidence.Graph) judge(graph).evidence().get(0);
        assertEquals(
                List.of("t2 -> t3", "t3 -> t4", "t4 -> t2"),
                drawn.edges().stream()
                        .filter(Evidence.Graph.Edge::wrong)
                        .map(edge -> edge.from() + " -> " + edge.to())
                        .sorted()
                        .toList());
    }

    @Test
    void compares_with_the_list_of_operations_where_there_is_one() {
        Answers agreeing = Answers.of("edges", right()).and("steps", GraphSheet.RIGHT);
        Judgement same = judge("edges", agreeing);
        assertEquals(Verdict.PASSED, same.verdict());
        assertTrue(same.message().contains("as in the list of operations"), same.message());
        Map<String, List<String>> other = right();
        other.put("t4", List.of("t7", "t3"));
        other.put("t8", List.of("t4", "t1"));
        Judgement differing = judge("edges", Answers.of("edges", other).and("steps", GraphSheet.RIGHT));
        assertEquals("not-as-steps", differing.diagnosis().id());
        assertTrue(
                differing.message().contains("Your list has 't4 = t1/t3', in your graph 't4' is computed from t7, t3"),
                differing.message());
    }

    @Test
    void nothing_handed_in_is_missing() {
        assertEquals(
                Verdict.MISSING,
                new GraphEdgesCheck()
                        .judge(spec("edges"), GraphSheet.unanswered())
                        .verdict());
        assertEquals(Verdict.MISSING, judge(Map.of()).verdict());
    }

    static List<Map<String, ?>> garbage() {
        Map<String, Object> large = new TreeMap<>();
        IntStream.range(0, 5_000).forEach(i -> large.put("t" + i, List.of("a", "b")));
        Map<String, Object> wide = new TreeMap<>();
        IntStream.range(0, 200)
                .forEach(i -> wide.put(
                        "t" + i, IntStream.range(0, 200).mapToObj(j -> "t" + j).toList()));
        return List.of(
                Map.of("t1", 3, "L", "t1"),
                Map.of("t1", Map.of("a", "b")),
                Map.of("\u0000\ud800", List.of("a")),
                Map.of("L", List.of("<script>alert(1)</script>\u001b[2J")),
                Map.of("L", List.of("(".repeat(100_000))),
                Map.of("verdict: PASSED", List.of("points")),
                large,
                wide);
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void garbage_is_wrong_and_harmless(Map<String, ?> given) {
        Judgement judgement = judge("edges", Answers.of("edges", given));
        assertEquals(Verdict.WRONG, judgement.verdict(), judgement.message());
        assertTrue(judgement.message().length() < 500, judgement.message());
        assertTrue(judgement.message().chars().noneMatch(c -> c < ' '), judgement.message());
    }

    @Test
    void refuses_specs_that_do_not_fit() {
        List<String> none = List.of();
        assertThrows(
                IllegalArgumentException.class,
                () -> new Spec("edges", "L", List.of("a"), List.of("b"), none, Optional.empty()));
        Spec unknown = new Spec("edgse", "L", List.of("a"), none, none, Optional.empty());
        assertEquals(
                "the task has no answer 'edgse'; did you mean 'edges'? Known: arrows, edges, steps.",
                new GraphEdgesCheck().objection(unknown, GraphSheet.task()));
    }

    /** Take the operands from the right list of operations. */
    private static Map<String, List<String>> right() {
        Map<String, List<String>> graph = new LinkedHashMap<>();
        for (String line : GraphSheet.RIGHT) {
            String[] sides = line.split(" = ");
            try {
                graph.put(sides[0], List.copyOf(Trees.names(Formula.shape(sides[1]))));
            } catch (FormulaException e) {
                throw new IllegalStateException(e);
            }
        }
        return graph;
    }

    private static Judgement judge(Map<String, List<String>> edges) {
        return judge("edges", Answers.of("edges", edges));
    }

    private static Judgement judge(String answer, Answers given) {
        return new GraphEdgesCheck().judge(spec(answer), GraphSheet.context(given));
    }

    private static Spec spec(String answer) {
        return new Spec(answer, "L", GraphSheet.LEAVES, GraphSheet.PARAMETERS, List.of("y"), Optional.of("steps"));
    }
}
