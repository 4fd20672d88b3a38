package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.check.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartsTest {
    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"0, 1", "-3, 7", "5, 5", "0, 0", "1e-300, 2e-300", "-1e308, 1e308", "1e10, 10000000001"})
    void a_linear_axis_has_ticks_within_and_maps_its_ends(double low, double high) {
        Axis axis = Axis.linear(low, high, 200, 10);
        assertTrue(
                axis.ticks().size() >= 2 && axis.ticks().size() <= 11,
                axis.ticks().toString());
        for (Axis.Tick tick : axis.ticks()) {
            assertTrue(10 <= tick.at() && tick.at() <= 200, tick.toString());
        }
        assertEquals(200, axis.at(axis.low()), 0.01);
        assertEquals(10, axis.at(axis.high()), 0.01);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"0.1, 10", "1, 1", "1e-300, 1e300", "3e-7, 2e5", "5, 5.1"})
    void a_logarithmic_axis_ends_at_powers_of_ten(double low, double high) {
        Axis axis = Axis.logarithmic(low, high, 200, 10);
        assertTrue(axis.low() <= low * (1 + 1e-8) && high <= axis.high() * (1 + 1e-8), axis.toString());
        assertTrue(
                axis.ticks().size() >= 1 && axis.ticks().size() <= 7,
                axis.ticks().toString());
    }

    @Test
    void the_limit_divides_the_dots() {
        ErrorsChart chart = ErrorsChart.of("e", (Evidence.Errors) Pieces.errorsBeyond());
        for (ErrorsChart.Dot dot : chart.dots()) {
            assertEquals(dot.over(), dot.y() < chart.limit(), dot.toString());
        }
        assertEquals("not finite", chart.dots().get(0).share());
        assertTrue(chart.about().startsWith("5 of 22 cases within the allowed error."), chart.about());
    }

    @Test
    void an_error_exactly_at_the_limit_is_within() {
        ErrorsChart chart = ErrorsChart.of(
                "e",
                new Evidence.Errors(
                        "x",
                        List.of(new Evidence.Errors.Case("a", 1), new Evidence.Errors.Case("b", Math.nextUp(1.0)))));
        assertFalse(chart.dots().get(0).over());
        assertTrue(chart.dots().get(1).over());
        assertEquals("101 %", chart.dots().get(1).share());
    }

    @Test
    void of_very_many_cases_the_worst_are_drawn() {
        List<Evidence.Errors.Case> cases = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            cases.add(new Evidence.Errors.Case("case " + i, i / 500.0));
        }
        ErrorsChart chart = ErrorsChart.of("e", new Evidence.Errors("x", cases));
        assertEquals(200, chart.dots().size());
        assertEquals(800, chart.omitted());
        assertEquals("case 999", chart.dots().get(199).label());
        assertTrue(chart.about().startsWith("501 of 1000 cases"), chart.about());
    }

    @Test
    void a_curve_goes_through_its_ends_and_its_table_keeps_all_digits() {
        Evidence.Curves evidence = (Evidence.Curves) Pieces.curves();
        CurvesChart chart = CurvesChart.of("c", evidence);
        assertEquals(25, chart.rows().size());
        assertEquals(
                Double.toString(evidence.curves().get(0).y().get(0)),
                chart.rows().get(0).get(1));
        assertTrue(chart.lines().get(0).path().startsWith("M" + chart.x().at(0) + " "));
        assertEquals("", chart.note());
    }

    @Test
    void a_logarithmic_curve_says_which_points_it_leaves_out() {
        CurvesChart chart = CurvesChart.of(
                "c",
                new Evidence.Curves(
                        "x",
                        "step",
                        "loss",
                        true,
                        List.of(new Evidence.Curves.Curve("a", List.of(0.0, 1.0, 2.0), List.of(1.0, 0.0, -1.0)))));
        assertEquals("2 points at or below zero cannot be shown on a logarithmic axis.", chart.note());
    }

    @Test
    void empty_evidence_is_drawn_empty() {
        assertEquals(
                "No case.",
                ErrorsChart.of("e", new Evidence.Errors("x", List.of())).about());
        assertEquals(
                0,
                CurvesChart.of("c", new Evidence.Curves("x", "", "", true, List.of()))
                        .rows()
                        .size());
        assertEquals(
                0,
                GraphChart.of("g", new Evidence.Graph("x", List.of(), List.of()))
                        .boxes()
                        .size());
    }

    @Test
    void wrong_cells_are_lettered_and_told_apart() {
        RegionsChart chart = RegionsChart.of("r", (Evidence.Regions) Pieces.regionsMissed());
        assertEquals(
                List.of("A", "B"),
                chart.wrong().stream().map(RegionsChart.Wrong::name).toList());
        assertTrue(chart.anyOver() && chart.anyMissed());
        assertEquals(
                List.of("A", "Z", "AA", "AZ", "BA"),
                List.of(0, 25, 26, 51, 52).stream().map(RegionsChart::letters).toList());
    }

    @Test
    void the_published_answer_has_three_wrong_cells_and_three_wrong_places() {
        RegionsChart chart = RegionsChart.of("r", (Evidence.Regions) Pieces.regions());
        assertEquals(3, chart.wrong().size());
        assertEquals(
                "Your lines cut the plane into 7 cells. 3 give 1 where 0 is asked for. On edges and corners, 3 places are"
                        + " wrong.",
                chart.about());
    }

    @Test
    void nodes_of_a_layer_do_not_overlap_and_edges_go_down() {
        Evidence.Graph graph = (Evidence.Graph) Pieces.graph();
        GraphChart chart = GraphChart.of("g", graph);
        Map<String, GraphChart.Box> boxes = new HashMap<>();
        for (GraphChart.Box box : chart.boxes()) {
            assertTrue(0 <= box.left() && box.left() + box.width() <= chart.width(), box.toString());
            for (GraphChart.Box other : boxes.values()) {
                boolean apart = box.y() != other.y()
                        || box.left() + box.width() <= other.left()
                        || other.left() + other.width() <= box.left();
                assertTrue(apart, box + " and " + other);
            }
            boxes.put(box.name(), box);
        }
        assertEquals(graph.nodes().size(), boxes.size());
        assertEquals(graph.edges().size(), chart.arrows().size());
        for (GraphChart.Arrow arrow : chart.arrows()) {
            assertTrue(boxes.get(arrow.from()).y() < boxes.get(arrow.to()).y(), arrow.toString());
        }
        assertEquals(1, chart.arrows().stream().filter(GraphChart.Arrow::wrong).count());
    }

    @Test
    void a_graph_that_makes_no_sense_is_still_drawn() {
        GraphChart chart = GraphChart.of(
                "g",
                new Evidence.Graph(
                        "x",
                        List.of(
                                new Evidence.Graph.Node("a", "", 2, false, ""),
                                new Evidence.Graph.Node("a", "", 0, false, ""),
                                new Evidence.Graph.Node("b", "+", 2, true, ""),
                                new Evidence.Graph.Node("c", "+", -3, false, "")),
                        List.of(
                                new Evidence.Graph.Edge("a", "a", true),
                                new Evidence.Graph.Edge("a", "b", false),
                                new Evidence.Graph.Edge("b", "c", true),
                                new Evidence.Graph.Edge("a", "nowhere", true))));
        assertEquals(3, chart.boxes().size());
        assertEquals(3, chart.arrows().size());
        assertFalse(chart.arrows().toString().contains("NaN"));
    }

    @Test
    void the_highest_value_is_in_the_last_bar() {
        HistogramChart chart = HistogramChart.of("h", "x", List.of(0.0, 9.99, 10.0, 100.0), 100);
        assertEquals(
                List.of(2, 1, 0, 0, 0, 0, 0, 0, 0, 1),
                chart.bars().stream().map(HistogramChart.Bar::count).toList());
    }

    @Test
    void times_are_drawn_as_multiples_of_the_references_median() {
        TimingChart chart = TimingChart.of("t", (Evidence.Timed) Pieces.timed());
        assertEquals(24, chart.boxes().get(0).dots().size());
        assertTrue(chart.boxes().get(0).median() > chart.boxes().get(1).high());
        assertEquals(2, chart.limits().size());
        TimingChart.Ratio control = chart.ratios().get(2);
        assertTrue(control.isControl());
        assertTrue(chart.gate().from() < control.at()
                && control.at() < chart.gate().to());
        assertTrue(chart.boxes().get(0).dots().stream()
                .allMatch(dot -> dot.x() >= chart.plot().left()
                        && dot.x() <= chart.plot().right()));
        assertTrue(chart.about().contains("Submission: median"));
    }

    @Test
    void pixels_are_drawn_with_their_responses() {
        PixelsChart chart = PixelsChart.of("p", (Evidence.Pixels) Pieces.pixels());
        assertEquals(4, chart.lit().chars().filter(c -> c == 'M').count());
        assertEquals(
                List.of("1", "1"),
                chart.marks().stream().map(PixelsChart.Mark::label).toList());
        assertTrue(chart.marks().stream().allMatch(PixelsChart.Mark::onLit));
        assertEquals(
                "An image of 8 by 8 pixels, 4 of them lit. The filter responds at 2 pixels. Sum 2, above the threshold 3/2.",
                chart.about());
    }

    @Test
    void a_large_image_is_drawn_without_a_grid_and_its_responses_without_numbers() {
        List<Evidence.Pixels.Response> everywhere = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            everywhere.add(new Evidence.Pixels.Response(i / 100, i % 100, "1"));
        }
        PixelsChart chart = PixelsChart.of(
                "p", new Evidence.Pixels("x", 100, 100, List.of(), everywhere, "one line", "two lines", "sum 10000"));
        assertEquals("", chart.ruled());
        assertEquals(200, chart.marks().size());
        assertEquals(9800, chart.omitted());
        assertTrue(chart.marks().stream().allMatch(mark -> mark.label().isEmpty()));
        assertTrue(chart.plot().right() <= chart.plot().width()
                && chart.plot().bottom() <= chart.plot().height());
    }

    @Test
    void what_lies_outside_of_an_image_is_not_drawn() {
        PixelsChart chart = PixelsChart.of(
                "p",
                new Evidence.Pixels(
                        "x",
                        2,
                        2,
                        List.of(new Evidence.Pixels.Pixel(2, 0), new Evidence.Pixels.Pixel(-1, 0)),
                        List.of(new Evidence.Pixels.Response(0, 5, "1")),
                        "one line",
                        "two lines",
                        "sum 1"));
        assertEquals("", chart.lit());
        assertEquals(List.of(), chart.marks());
    }
}
