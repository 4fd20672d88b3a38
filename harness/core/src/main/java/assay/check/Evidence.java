package assay.check;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Be a piece of evidence for a verdict: data that reports turn into tables and plots, never prose. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Evidence.Numbers.class, name = "numbers"),
    @JsonSubTypes.Type(value = Evidence.Errors.class, name = "errors"),
    @JsonSubTypes.Type(value = Evidence.Curves.class, name = "curves"),
    @JsonSubTypes.Type(value = Evidence.Regions.class, name = "regions"),
    @JsonSubTypes.Type(value = Evidence.Graph.class, name = "graph"),
    @JsonSubTypes.Type(value = Evidence.Pixels.class, name = "pixels"),
    @JsonSubTypes.Type(value = Evidence.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Evidence.Timed.class, name = "timed")
})
public sealed interface Evidence {
    /** Return the heading. */
    String title();

    /**
     * Compare numbers, worst first.
     *
     * @param because why the bound is what it is, one sentence
     */
    record Numbers(String title, List<Row> rows, String because) implements Evidence {
        public Numbers {
            rows = List.copyOf(rows);
        }

        /**
         * Compare one entry.
         *
         * @param place the case and the index, for example "draw 3, [0, 2]"
         * @param expected all digits; texts, since a student's number may be NaN
         * @param share actual error divided by the bound, "0.03" or "1.2e+05"
         */
        public record Row(
                String place,
                String expected,
                String actual,
                String absolute,
                String relative,
                String ulps,
                String bound,
                String share) {}
    }

    /** Show, for each case, the largest error as a share of its bound (1 is the limit); infinite means not finite. */
    record Errors(String title, List<Case> points) implements Evidence {
        public Errors {
            points = List.copyOf(points);
        }

        /** Be one case: {@code share} is 0 or more; 1e300 stands for an answer that is not finite. */
        public record Case(String label, double share) {}
    }

    /** Show curves over a common axis, for example a descent beside the reference's. */
    record Curves(String title, String xLabel, String yLabel, boolean logY, List<Curve> curves) implements Evidence {
        public Curves {
            curves = List.copyOf(curves);
        }

        /** Be one curve; x and y have the same length and hold finite numbers only. */
        public record Curve(String name, List<Double> x, List<Double> y) {
            public Curve {
                x = List.copyOf(x);
                y = List.copyOf(y);
            }
        }
    }

    /**
     * Show a part of the plane with cells that are right and wrong.
     *
     * @param left the window: left, bottom, right, top
     * @param target vertices of the region that is asked for
     * @param cells faces of the arrangement, clipped to the window
     * @param lines the student's lines, clipped to the window
     * @param points edges and vertices that are wrong, each by a point
     */
    record Regions(
            String title,
            double left,
            double bottom,
            double right,
            double top,
            List<Point> target,
            List<Cell> cells,
            List<Line> lines,
            List<Mark> points)
            implements Evidence {
        public Regions {
            target = List.copyOf(target);
            cells = List.copyOf(cells);
            lines = List.copyOf(lines);
            points = List.copyOf(points);
        }

        /** Be a point of the plane. */
        public record Point(double x, double y) {}

        /** Be a convex cell with the output that is asked for and the one that the answer gives. */
        public record Cell(List<Point> corners, int expected, int actual) {
            public Cell {
                corners = List.copyOf(corners);
            }
        }

        /** Be a line segment with its name, for example "unit 1". */
        public record Line(String name, Point from, Point to) {}

        /** Be a wrong edge or vertex, with its exact coordinates in words, for example "(1/2, 1/2)". */
        public record Mark(Point at, String exact, int expected, int actual) {}
    }

    /** Show a directed acyclic graph; layers go from the leaves (0) to the sink. */
    record Graph(String title, List<Node> nodes, List<Edge> edges) implements Evidence {
        public Graph {
            nodes = List.copyOf(nodes);
            edges = List.copyOf(edges);
        }

        /** Be one node: {@code operation} is "" for a leaf; {@code wrong} marks it, {@code note} says why. */
        public record Node(String name, String operation, int layer, boolean wrong, String note) {}

        /** Be one edge from an operand to the result that uses it. */
        public record Edge(String from, String to, boolean wrong) {}
    }

    /**
     * Show a black and white image, what it is and what it was taken for, and where a filter responds to it.
     *
     * @param height rows of the image; {@code width} its columns
     * @param lit the pixels that are 1
     * @param responses where the filter responds, with what is left after the activation
     * @param expected what the image is, in words; {@code actual} what it was taken for
     * @param reading how the responses became the decision, in words
     */
    record Pixels(
            String title,
            int height,
            int width,
            List<Pixel> lit,
            List<Response> responses,
            String expected,
            String actual,
            String reading)
            implements Evidence {
        public Pixels {
            lit = List.copyOf(lit);
            responses = List.copyOf(responses);
        }

        /** Be a pixel; row 0 is at the top. */
        public record Pixel(int row, int column) {}

        /** Be a response at a pixel; the value is exact, such as "1" or "-1/2". */
        public record Response(int row, int column, String value) {}
    }

    /**
     * Show times of one request beside a reference's, and the ratios that follow.
     *
     * @param clock what was measured, in words
     * @param device where both ran
     * @param spans the judged ratio first, the noise gate's last
     * @param gate most that the noise gate's may differ from 1 by, as a factor
     * @param facts how it was measured, one sentence
     */
    record Timed(
            String title,
            String clock,
            String language,
            String device,
            List<Series> series,
            List<Span> spans,
            List<Limit> limits,
            double gate,
            String facts)
            implements Evidence {
        public Timed {
            series = List.copyOf(series);
            spans = List.copyOf(spans);
            limits = List.copyOf(limits);
        }

        /** Be the times of one program in milliseconds, by session and round. */
        public record Series(String name, List<List<Double>> millis) {
            public Series {
                millis = millis.stream().map(List::copyOf).toList();
            }
        }

        /** Be a ratio with the ends of its interval. */
        public record Span(String name, double estimate, double low, double high) {}

        /** Be what a ratio is worth. */
        public record Limit(double ratio, double share) {}
    }

    /** Show texts in rows and columns. */
    record Table(String title, List<String> columns, List<List<String>> rows) implements Evidence {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
