package assay.check.region;

import static assay.check.region.RegionCheck.Part.BOUNDARY;
import static assay.check.region.RegionCheck.Part.INSIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.check.Evidence;
import assay.check.Judgement;
import assay.check.Verdict;
import assay.run.Fault;
import assay.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegionCheckTest {
    private static final List<String> PUBLISHED = List.of("1 1 -1", "0 1 0", "1 0 0");

    private static List<String> joined(List<String> units, String... more) {
        List<String> all = new ArrayList<>(units);
        all.addAll(List.of(more));
        return all;
    }

    static List<Arguments> rightNetworks() {
        return List.of(
                Arguments.of("NOR", Networks.nor(1)),
                Arguments.of("NOR, bias 0", Networks.of(1, Networks.OUTER, "-1 -1 -1", "0")),
                Arguments.of("AND", Networks.and(0)),
                Arguments.of("AND, bias -2", Networks.of(0, Networks.INNER, "1 1 1", "-2")),
                Arguments.of("six units, 1", Networks.six(1)),
                Arguments.of("six units, 0", Networks.six(0)),
                Arguments.of(
                        "rescaled by fractions",
                        Networks.of(1, List.of("1/3 1/3 -1/3", "-1e-3 0 0", "0 -7 0"), "-0.1 -2/7 -30", "1/20")),
                Arguments.of(
                        "a unit twice, rescaled",
                        Networks.of(1, joined(Networks.OUTER, "3 3 -3"), "-1 -1 -1 -1", "1/2")),
                Arguments.of(
                        "a needless line outside",
                        Networks.of(1, joined(Networks.OUTER, "1 1 -2"), "-1 -1 -1 -1", "1/2")),
                Arguments.of(
                        "a needless line inside with weight 0",
                        Networks.of(0, joined(Networks.INNER, "1 -1 0"), "1 1 1 0", "-5/2")),
                Arguments.of("a constant unit", Networks.of(0, joined(Networks.INNER, "0 0 1"), "1 1 1 1", "-7/2")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rightNetworks")
    void a_right_network_passes_both_parts(String name, Network network) {
        for (RegionCheck.Part part : RegionCheck.Part.values()) {
            Judgement judgement = Judging.judge(network, part);
            assertEquals(Verdict.PASSED, judgement.verdict(), judgement.message());
            assertEquals(1, judgement.evidence().size());
        }
    }

    @Test
    void numbers_pass_as_well_as_texts() {
        Answers answers = Answers.of("hardlim-at-zero", 1)
                .and("hidden", new double[][] {{0.1, 0.1, -0.1}, {-0.7, 0, 0}, {0, -1, 0}})
                .and("output-weights", new double[] {-1, -1, -1})
                .and("output-bias", 0.5);
        assertEquals(Verdict.PASSED, Judging.judge(answers, INSIDE).verdict());
        assertEquals(Verdict.PASSED, Judging.judge(answers, BOUNDARY).verdict());
    }

    static List<Arguments> wrongNetworks() {
        List<String> turned = List.of("1 1 -1", "1 0 0", "0 -1 0");
        List<String> twoSides = Networks.INNER.subList(0, 2);
        return List.of(
                wrong("published, 1", Networks.published(1), "unit-flipped", "unit-flipped"),
                wrong("published, 0", Networks.published(0), "unit-flipped", "unit-flipped"),
                wrong("published, -1 for unit 1", Networks.of(1, PUBLISHED, "-1 1 1", "-2"), "", "closed-boundary"),
                wrong("OR", Networks.of(1, Networks.OUTER, "1 1 1", "-1/2"), "inverted", "inverted"),
                wrong("NAND", Networks.of(0, Networks.INNER, "-1 -1 -1", "5/2"), "inverted", "inverted"),
                wrong("bias 3/2", Networks.of(1, Networks.OUTER, "-1 -1 -1", "3/2"), "output-bias", "output-bias"),
                wrong("bias -3/2", Networks.of(0, Networks.INNER, "1 1 1", "-3/2"), "output-bias", "output-bias"),
                wrong("one unit turned", Networks.of(1, turned, "-1 -1 -1", "1/2"), "unit-flipped", "unit-flipped"),
                wrong("AND, 1", Networks.and(1), "", "closed-boundary"),
                wrong("NOR, 0", Networks.nor(0), "", "closed-boundary"),
                wrong(
                        "AND with bias -2, 1",
                        Networks.of(1, Networks.INNER, "1 1 1", "-2"),
                        "other-convention",
                        "other-convention"),
                wrong("AND with bias -3, 0", Networks.of(0, Networks.INNER, "1 1 1", "-3"), "always-0", "always-0"),
                wrong("NOR with bias 4", Networks.of(1, Networks.OUTER, "-1 -1 -1", "4"), "always-1", "always-1"),
                wrong("zeros", Networks.of(0, List.of("0 0 0"), "0", "0"), "always-0", "always-0"),
                wrong("zeros, 1", Networks.of(1, List.of("0 0 0"), "0", "0"), "always-1", "always-1"),
                wrong("two sides", Networks.of(0, twoSides, "1 1", "-3/2"), "missing-side", "missing-side"),
                wrong(
                        "a crack",
                        Networks.of(0, joined(Networks.INNER, "1 -1 0", "-1 1 0"), "1 1 1 1 1", "-7/2"),
                        "",
                        "visible-line"),
                wrong(
                        "a line shows outside",
                        Networks.of(1, joined(Networks.OUTER, "1 1 -2", "-1 -1 2"), "-1 -1 -1 1 1", "-1/2"),
                        "",
                        "visible-line"));
    }

    private static Arguments wrong(String name, Network network, String inside, String boundary) {
        return Arguments.of(name, network, inside, boundary);
    }

    @ParameterizedTest(name = "{0}: {2}, {3}")
    @MethodSource("wrongNetworks")
    void a_wrong_network_fails_with_its_cause(String name, Network network, String inside, String boundary) {
        assertDiagnosis(inside, Judging.judge(network, INSIDE));
        assertDiagnosis(boundary, Judging.judge(network, BOUNDARY));
    }

    /** An empty id stands for a part that is right. */
    private static void assertDiagnosis(String id, Judgement judgement) {
        assertEquals(id.isEmpty() ? Verdict.PASSED : Verdict.WRONG, judgement.verdict(), judgement.message());
        assertEquals(id, judgement.diagnosis().id(), judgement.message());
        assertTrue(judgement.message().endsWith(judgement.diagnosis().sentence()), judgement.message());
    }

    private static void assertSays(Network network, RegionCheck.Part part, String... words) {
        String message = Judging.judge(network, part).message();
        for (String word : words) {
            assertTrue(message.contains(word), () -> "no '" + word + "' in: " + message);
        }
    }

    private static String place(Network network, RegionCheck.Part part, String point) {
        for (Evidence evidence : Judging.judge(network, part).evidence()) {
            if (evidence instanceof Evidence.Table table) {
                for (List<String> row : table.rows()) {
                    if (row.get(0).equals(point)) {
                        return String.join(" | ", row);
                    }
                }
            }
        }
        return "";
    }

    @Test
    void the_published_weights_are_explained_where_they_fail() {
        assertSays(
                Networks.published(1),
                INSIDE,
                "3 of 7 regions are wrong",
                "at (1, 1), outside the triangle, your network says 1, not 0 (hidden: 1, 1, 1; sum 3 - 2 = 1)",
                "Unit 1 fires on the wrong side",
                "unit 1 is (-1, -1, 1) in place of (1, 1, -1) and hardlim(0) is 0 in place of 1.");
        assertEquals(
                "(-1, 3) | outside the triangle | region | 0 | 1 | 1, 1, 0 | 2 - 2 = 0",
                place(Networks.published(1), INSIDE, "(-1, 3)"));
        for (String point : List.of("(0, 1/2)", "(1/2, 1/2)", "(0, 0)")) {
            assertTrue(place(Networks.published(1), BOUNDARY, point).contains("| 0 | 1 |"), point);
        }
        assertSays(
                Networks.published(0),
                INSIDE,
                "2 of 7 regions are wrong",
                "at (1, 1), outside the triangle, your network says 1, not 0",
                "at (1/2, 1/3), inside the triangle, your network says 0, not 1 (hidden: 0, 1, 1; sum 2 - 2 = 0)",
                "every point of the plane is right when unit 1 is (-1, -1, 1) in place of (1, 1, -1).");
    }

    @Test
    void messages_teach() {
        assertSays(
                Networks.of(0, Networks.INNER, "1 1 1", "-3/2"),
                INSIDE,
                "The output bias is too high (2 of the 3 units suffice to fire it)",
                "b is -3 < b <= -2, for example -5/2, in place of -3/2");
        assertSays(
                Networks.of(1, Networks.OUTER, "-1 -1 -1", "3/2"),
                INSIDE,
                "(1 of the 3 units do not suffice to silence it)",
                "0 <= b < 1");
        assertSays(
                Networks.of(0, Networks.INNER, "1 1 1", "-3"),
                INSIDE,
                "the largest is 0",
                "The output bias is too low");
        assertSays(
                Networks.and(1),
                BOUNDARY,
                "3 of 9 edges and 3 of 3 corners",
                "The same numbers are right for hardlim(0) = 0.");
        assertSays(
                Networks.of(0, Networks.INNER.subList(0, 2), "1 1", "-3/2"),
                INSIDE,
                "No unit has its line along the side y = 0, from (0, 0) to (1, 0).");
        assertSays(
                Networks.of(0, List.of("0 0 0"), "0", "0"), INSIDE, "no unit has a line", "any side of the triangle");
    }

    @Test
    void a_rounded_third_is_called_a_near_miss() {
        Polygon target = Polygon.read(
                tools.jackson.databind.json.JsonMapper.shared().readTree("[[\"1/3\", 0], [1, 0], [\"1/3\", 1]]"));
        Network network = Networks.of(0, List.of("3 2 -1", "1 0 -0.333333333333", "0 1 0"), "1 1 1", "-5/2");
        String sentence = RegionDiagnosis.of(Survey.of(network, target), false).sentence();
        assertTrue(sentence.contains("Unit 2, (1, 0, about -0.333333), misses it by a hair"), sentence);
    }

    @Test
    void an_answer_that_is_missing_is_missing() {
        Answers complete = Judging.answers(Networks.nor(1));
        Judgement judgement = Judging.judge(
                Answers.of("hidden", List.of()).and("output-weights", List.of()).and("output-bias", 0), INSIDE);
        assertEquals(Verdict.MISSING, judgement.verdict());
        assertTrue(judgement.message().contains("say which value hardlim(0) has"), judgement.message());

        for (String name : List.of("hidden", "output-weights", "output-bias")) {
            Answers fewer = Answers.none();
            for (var entry : complete.fields().byName().entrySet()) {
                fewer = entry.getKey().equals(name) ? fewer : fewer.and(entry.getKey(), entry.getValue());
            }
            assertEquals(Verdict.MISSING, Judging.judge(fewer, BOUNDARY).verdict());
        }
        Outcome nothing = new Outcome.Failed(Fault.NOT_ANSWERED, "Nothing was handed in.", "");
        assertEquals(Verdict.MISSING, Judging.judge(nothing, INSIDE).verdict());
    }

    static List<Arguments> unreadable() {
        List<List<Integer>> outer = List.of(List.of(1, 1, -1), List.of(-1, 0, 0), List.of(0, -1, 0));
        List<Object> zeroBelow = List.of(outer.get(0), List.of(0, "1/0", 0), outer.get(2));
        List<Object> ragged = List.of(outer.get(0), List.of(-1, 0), outer.get(2));
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 65; i++) {
            many.add(List.of(1, 1, -1));
        }
        return List.of(
                Arguments.of("hidden", zeroBelow, "'hidden, unit 2, weight y' must not divide by zero, was '1/0'"),
                Arguments.of("hidden", ragged, "'hidden, unit 2' must be [weight x, weight y, bias], was a vector [2]"),
                Arguments.of(
                        "hidden",
                        List.of(1, 2, 3),
                        "'hidden, unit 1' must be [weight x, weight y, bias], was a number"),
                Arguments.of(
                        "hidden", "1 1 -1", "must be a list of hidden units [weight x, weight y, bias], was a text"),
                Arguments.of("hidden", List.of(), "was empty"),
                Arguments.of("hidden", many, "must have at most 64 entries, has 65"),
                Arguments.of(
                        "hidden",
                        List.of(outer.get(0), outer.get(1), List.of(0, Double.NaN, 0)),
                        "'hidden, unit 3, weight y' must be a finite number, was NaN"),
                Arguments.of("output-weights", List.of(-1, -1), "there are 3 units and 2 output weights"),
                Arguments.of(
                        "output-weights",
                        List.of(-1, "NaN", -1),
                        "'output-weights, weight of unit 2' must be a number"),
                Arguments.of("output-weights", -1, "must be a list with one number per hidden unit, was a number"),
                Arguments.of("output-bias", Double.POSITIVE_INFINITY, "'output-bias' must be a finite number"),
                Arguments.of("output-bias", true, "'output-bias' must be a number, was the truth value true"),
                Arguments.of("output-bias", "1e65", "exponent"),
                Arguments.of("output-bias", "1".repeat(41), "at most 40 characters, has 41"),
                Arguments.of("hardlim-at-zero", 0.5, "must say which value hardlim(0) has, 0 or 1, was 1/2"),
                Arguments.of("hardlim-at-zero", "yes", "'hardlim-at-zero' must be a number"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("unreadable")
    void what_cannot_be_read_is_wrong_and_the_place_is_named(String name, Object value, String words) {
        Judgement judgement = Judging.judge(Judging.answers(Networks.nor(1)).and(name, value), INSIDE);
        assertEquals(Verdict.WRONG, judgement.verdict());
        assertEquals("unreadable-network", judgement.cause());
        assertTrue(judgement.message().contains(words), judgement.message());
    }

    @Test
    void a_network_without_an_inside_has_no_boundary_that_is_right() {
        Network silent = Networks.of(0, Networks.INNER, "1 1 1", "-3");
        Judgement judgement = Judging.judge(silent, BOUNDARY);
        assertEquals("no-border", judgement.cause());
        assertTrue(judgement.message().contains("not 1 just inside"), judgement.message());
    }

    @Test
    void sixty_four_units_are_decided() {
        List<String> units = new ArrayList<>(Networks.INNER);
        StringBuilder weights = new StringBuilder("1 1 1");
        for (int i = units.size(); i < 64; i++) {
            units.add((i % 7 - 3) + " " + (i % 11 - 5) + " 1." + i + "e-" + i % 5);
            weights.append(" 0");
        }
        Network network = Networks.of(0, units, weights.toString(), "-5/2");
        assertEquals(Verdict.PASSED, Judging.judge(network, INSIDE).verdict());
        assertEquals(Verdict.PASSED, Judging.judge(network, BOUNDARY).verdict());
    }
}
