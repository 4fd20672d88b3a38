package assay.report;

import assay.check.Evidence;
import assay.check.Evidence.Regions.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Make one piece of evidence of every kind, as the checks do. */
final class Pieces {
    private Pieces() {}

    static Evidence numbers() {
        return new Evidence.Numbers(
                "The worst entries",
                List.of(
                        row(
                                "draw 3, [0]",
                                "-0.9241418199787564",
                                "-1.8482836399575129",
                                "9.2e-01",
                                "1.0e+00",
                                "8.3e+15"),
                        row("draw 3, [2]", "3.6965672799150258", "7.3931345598300515", "3.7e+00", "1.0e+00", "8.3e+15"),
                        row("by hand, [1]", "0.4621171572600098", "0.46211715726000979", "1.1e-16", "2.4e-16", "1"),
                        row("edge: w = 0, [0]", "0", "NaN", "NaN", "NaN", "NaN")),
                "1e-9 of the sum of the absolute values of the summed terms: honest rounding reaches 1e-14 of it, the closest"
                        + " mistake that is known is 4e-6 of it away.");
    }

    private static Evidence.Numbers.Row row(
            String place, String expected, String actual, String absolute, String relative, String ulps) {
        String share = expected.equals("0") ? "NaN" : ulps.equals("1") ? "2.4e-07" : "9.2e+08";
        return new Evidence.Numbers.Row(place, expected, actual, absolute, relative, ulps, "1.0e-09", share);
    }

    static Evidence errorsWithin() {
        SplittableRandom random = new SplittableRandom(7);
        List<Evidence.Errors.Case> cases = new ArrayList<>();
        for (int i = 1; i <= 24; i++) {
            cases.add(new Evidence.Errors.Case(
                    "draw " + i, i % 6 == 0 ? 0 : Math.pow(10, -7 + 4 * random.nextDouble())));
        }
        return new Evidence.Errors("Largest error of each case", cases);
    }

    static Evidence errorsBeyond() {
        SplittableRandom random = new SplittableRandom(8);
        List<Evidence.Errors.Case> cases = new ArrayList<>();
        cases.add(new Evidence.Errors.Case("edge: w = 0", 1e300));
        cases.add(new Evidence.Errors.Case("edge: x = 0", 0));
        for (int i = 1; i <= 20; i++) {
            double exponent = i % 5 == 0 ? -3 + random.nextDouble() : 8 + 1.5 * random.nextDouble();
            cases.add(new Evidence.Errors.Case("draw " + i, Math.pow(10, exponent)));
        }
        return new Evidence.Errors("Largest error of each case", cases);
    }

    static Evidence curves() {
        List<Double> steps = new ArrayList<>();
        List<Double> yours = new ArrayList<>();
        List<Double> reference = new ArrayList<>();
        for (int step = 0; step <= 60; step++) {
            steps.add((double) step);
            reference.add(12 * Math.exp(-0.2 * step) + 1e-4);
            yours.add(12 * Math.exp(-0.05 * step) + 0.4 * Math.exp(0.02 * step));
        }
        return new Evidence.Curves(
                "The loss on the way down",
                "step",
                "loss",
                true,
                List.of(
                        new Evidence.Curves.Curve("yours", steps, yours),
                        new Evidence.Curves.Curve("reference", steps, reference)));
    }

    /** The lines x + y = 1, x = 0, y = 0 with output weights 1, 1, 1 and bias -2: wrong outside and on two edges. */
    static Evidence regions() {
        double[][] lines = {{1, 1, -1}, {1, 0, 0}, {0, 1, 0}};
        List<Evidence.Regions.Cell> cells = new ArrayList<>();
        for (int signs = 0; signs < 8; signs++) {
            List<Point> cell = List.of(new Point(-1, -1), new Point(2, -1), new Point(2, 2), new Point(-1, 2));
            int firing = 0;
            for (int i = 0; i < 3; i++) {
                int sign = (signs >> i & 1) == 1 ? 1 : -1;
                cell = clip(cell, sign * lines[i][0], sign * lines[i][1], sign * lines[i][2]);
                firing += sign > 0 ? 1 : 0;
            }
            if (cell.size() >= 3) {
                cells.add(new Evidence.Regions.Cell(cell, signs == 6 ? 1 : 0, firing >= 2 ? 1 : 0));
            }
        }
        return new Evidence.Regions(
                "Your network in the plane",
                -1,
                -1,
                2,
                2,
                List.of(new Point(0, 0), new Point(1, 0), new Point(0, 1)),
                cells,
                List.of(
                        new Evidence.Regions.Line("unit 1", new Point(-1, 2), new Point(2, -1)),
                        new Evidence.Regions.Line("unit 2", new Point(0, -1), new Point(0, 2)),
                        new Evidence.Regions.Line("unit 3", new Point(-1, 0), new Point(2, 0))),
                List.of(
                        new Evidence.Regions.Mark(new Point(0, 0.5), "(0, 1/2)", 0, 1),
                        new Evidence.Regions.Mark(new Point(0.5, 0.5), "(1/2, 1/2)", 0, 1),
                        new Evidence.Regions.Mark(new Point(0, 0), "(0, 0)", 0, 1)));
    }

    /** A triangle whose cells are wrong in both directions, in a flat window. */
    static Evidence regionsMissed() {
        List<Point> triangle = List.of(new Point(0, 0), new Point(4, 0), new Point(0, 1));
        List<Point> upper =
                List.of(new Point(4, 0), new Point(6, 0), new Point(6, 1.5), new Point(0, 1.5), new Point(0, 1));
        return new Evidence.Regions(
                "Your network in the plane",
                -1,
                -0.5,
                6,
                1.5,
                triangle,
                List.of(new Evidence.Regions.Cell(triangle, 1, 0), new Evidence.Regions.Cell(upper, 0, 1)),
                List.of(),
                List.of());
    }

    private static List<Point> clip(List<Point> cell, double a, double b, double c) {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < cell.size(); i++) {
            Point p = cell.get(i);
            Point q = cell.get((i + 1) % cell.size());
            double atP = a * p.x() + b * p.y() + c;
            double atQ = a * q.x() + b * q.y() + c;
            if (atP >= 0) {
                kept.add(p);
            }
            if (atP > 0 && atQ < 0 || atP < 0 && atQ > 0) {
                double share = atP / (atP - atQ);
                kept.add(new Point(p.x() + share * (q.x() - p.x()), p.y() + share * (q.y() - p.y())));
            }
        }
        return kept.stream().distinct().toList();
    }

    static Evidence graph() {
        List<Evidence.Graph.Node> nodes = new ArrayList<>();
        List<Evidence.Graph.Edge> edges = new ArrayList<>();
        for (String leaf : List.of("a", "b", "x", "c", "d", "n", "m", "y")) {
            nodes.add(new Evidence.Graph.Node(leaf, "", 0, false, ""));
        }
        assign(nodes, edges, "t1", "exp", 1, "a");
        assign(nodes, edges, "t2", "*", 1, "b", "x");
        assign(nodes, edges, "t3", "sqrt", 2, "t2");
        assign(nodes, edges, "t4", "/", 3, "t1", "t3");
        assign(nodes, edges, "t5", "*", 1, "c", "x");
        assign(nodes, edges, "t6", "+", 2, "t5", "d");
        nodes.add(new Evidence.Graph.Node("t7", "ln + 1", 3, true, "holds two operations"));
        edges.add(new Evidence.Graph.Edge("t6", "t7", false));
        assign(nodes, edges, "t8", "*", 4, "t4", "t7");
        assign(nodes, edges, "t9", "exp", 1, "x");
        assign(nodes, edges, "t10", "*", 2, "n", "t9");
        assign(nodes, edges, "t11", "sin", 3, "t10");
        assign(nodes, edges, "t12", "*", 4, "m", "t11");
        assign(nodes, edges, "t13", "+", 5, "t8", "t12");
        assign(nodes, edges, "t14", "-", 6, "t13", "y");
        assign(nodes, edges, "L", "square", 7, "t14");
        edges.add(new Evidence.Graph.Edge("y", "t13", true));
        return new Evidence.Graph("Your graph", nodes, edges);
    }

    private static void assign(
            List<Evidence.Graph.Node> nodes,
            List<Evidence.Graph.Edge> edges,
            String name,
            String operation,
            int layer,
            String... operands) {
        nodes.add(new Evidence.Graph.Node(name, operation, layer, false, ""));
        for (String operand : operands) {
            edges.add(new Evidence.Graph.Edge(operand, name, false));
        }
    }

    /** Three ones along the diagonal, on a line of four pixels: two full matches. */
    static Evidence pixels() {
        List<Evidence.Pixels.Pixel> lit = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            lit.add(new Evidence.Pixels.Pixel(5 - i, 2 + i));
        }
        return new Evidence.Pixels(
                "The smallest image that is wrong: a single line of length 4",
                8,
                8,
                lit,
                List.of(new Evidence.Pixels.Response(3, 4, "1"), new Evidence.Pixels.Response(4, 3, "1")),
                "one line",
                "two lines",
                "sum 2, above the threshold 3/2");
    }

    /** One and a half times the reference, 24 rounds in two sessions. */
    static Evidence timed() {
        List<Evidence.Timed.Series> series = new ArrayList<>();
        List<String> names = List.of("submission", "reference", "reference again");
        for (int who = 0; who < 3; who++) {
            List<List<Double>> millis = new ArrayList<>();
            for (int session = 0; session < 2; session++) {
                List<Double> times = new ArrayList<>();
                for (int round = 0; round < 12; round++) {
                    times.add((who == 0 ? 15.0 : 10.0) + 0.25 * ((7 * round + 3 * who + session) % 8));
                }
                millis.add(times);
            }
            series.add(new Evidence.Timed.Series(names.get(who), millis));
        }
        return new Evidence.Timed(
                "Time of one request beside the reference's",
                "processor time",
                "java",
                "cpu",
                series,
                List.of(
                        new Evidence.Timed.Span("submission / reference", 1.46, 1.38, 1.55),
                        new Evidence.Timed.Span("the same by the clock", 1.61, 1.2, 2.4),
                        new Evidence.Timed.Span("reference / itself", 1.02, 1.02, 1.02)),
                List.of(new Evidence.Timed.Limit(2, 1), new Evidence.Timed.Limit(4, 0.5)),
                1.25,
                "2 sessions of three fresh processes, frozen while it was not their turn.");
    }

    static Evidence table() {
        return new Evidence.Table(
                "What you chose",
                List.of("statement", "yours", "right"),
                List.of(
                        List.of("a minimum always exists", "true", "false: separable data has none"),
                        List.of("the minimum is unique", "false", "false")));
    }

    static List<Evidence> all() {
        return List.of(
                numbers(),
                errorsBeyond(),
                errorsWithin(),
                curves(),
                regions(),
                regionsMissed(),
                graph(),
                pixels(),
                timed(),
                table());
    }
}
