package assay.report;

import assay.compare.Comparison;
import assay.compare.Comparison.Band;
import assay.compare.Comparison.CurveReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Draw how a curve goes over the seeds: the median of each variant with a band around it.
 *
 * @param id prefix for the ids of the drawing
 * @param about the text alternative
 * @param columns names of the variants
 * @param rows the data table: the x value, then the median of each variant, "" where it has none
 */
public record BandsChart(
        String id,
        String title,
        String about,
        double width,
        double height,
        Axis x,
        Axis y,
        String xLabel,
        String yLabel,
        List<Line> lines,
        List<String> columns,
        List<List<String>> rows) {
    private static final double LEFT = 64;
    private static final double BOTTOM = 230;
    private static final double TOP = 14;
    private static final double RIGHT = 18;
    private static final int STYLES = 6;
    private static final int MOST_MARKS = 8;
    private static final int MOST_ROWS = 25;
    private static final double MANY_TIMES = 50;

    public BandsChart {
        lines = List.copyOf(lines);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Be one variant: {@code path} of the median, {@code area} of the band, "" where it has no width. */
    public record Line(String name, int style, String path, String area, List<CurvesChart.Place> marks) {
        public Line {
            marks = List.copyOf(marks);
        }
    }

    static BandsChart of(String id, Comparison comparison, CurveReport curve) {
        double[] range = range(curve);
        Axis x = Axis.linear(range[0], range[1], LEFT, ErrorsChart.WIDTH - RIGHT);
        boolean log = range[2] > 0 && range[3] > MANY_TIMES * range[2];
        Axis y = log ? Axis.logarithmic(range[2], range[3], BOTTOM, TOP) : Axis.linear(range[2], range[3], BOTTOM, TOP);
        List<Line> lines = new ArrayList<>();
        for (Band band : curve.bands()) {
            String name = VisibleText.capped(comparison.titleOf(band.variant()), EvidenceView.MOST_CELL);
            List<CurvesChart.Place> places = places(band.x(), band.middle(), x, y);
            lines.add(new Line(
                    name,
                    lines.size() % STYLES,
                    path(places),
                    area(band, x, y),
                    CurvesChart.every(places, MOST_MARKS)));
        }
        return new BandsChart(
                id,
                curve.title(),
                about(comparison, curve, log),
                ErrorsChart.WIDTH,
                BOTTOM + 42,
                x,
                y,
                VisibleText.capped(curve.xLabel(), EvidenceView.MOST_CELL),
                VisibleText.capped(curve.yLabel(), EvidenceView.MOST_CELL),
                lines,
                lines.stream().map(Line::name).toList(),
                rows(curve));
    }

    /** Return the left end of the plot. */
    public double left() {
        return LEFT;
    }

    /** Return the right end of the plot. */
    public double right() {
        return width - RIGHT;
    }

    /** Return the bottom of the plot. */
    public double bottom() {
        return BOTTOM;
    }

    private static double[] range(CurveReport curve) {
        double[] range = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
        for (Band band : curve.bands()) {
            for (int i = 0; i < band.x().size(); i++) {
                range[0] = Math.min(range[0], band.x().get(i));
                range[1] = Math.max(range[1], band.x().get(i));
                range[2] = Math.min(range[2], band.low().get(i));
                range[3] = Math.max(range[3], band.high().get(i));
            }
        }
        return range;
    }

    private static List<CurvesChart.Place> places(List<Double> xs, List<Double> ys, Axis x, Axis y) {
        List<CurvesChart.Place> places = new ArrayList<>();
        for (int i = 0; i < xs.size(); i++) {
            places.add(new CurvesChart.Place(x.at(xs.get(i)), y.at(ys.get(i))));
        }
        return places;
    }

    private static String area(Band band, Axis x, Axis y) {
        if (band.low().equals(band.high())) {
            return "";
        }
        List<CurvesChart.Place> around = places(band.x(), band.high(), x, y);
        List<CurvesChart.Place> below = places(band.x(), band.low(), x, y);
        for (int i = below.size() - 1; i >= 0; i--) {
            around.add(below.get(i));
        }
        return path(around) + "Z";
    }

    private static String path(List<CurvesChart.Place> places) {
        StringBuilder path = new StringBuilder();
        for (CurvesChart.Place place : places) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(place.x())
                    .append(' ')
                    .append(place.y());
        }
        return path.toString();
    }

    private static List<List<String>> rows(CurveReport curve) {
        List<Double> places = CurvesChart.every(
                curve.bands().stream()
                        .flatMap(band -> band.x().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                MOST_ROWS);
        List<List<String>> rows = new ArrayList<>();
        for (double place : places) {
            List<String> row = new ArrayList<>(List.of(People.exact(place)));
            for (Band band : curve.bands()) {
                int at = band.x().indexOf(place);
                row.add(at < 0 ? "" : People.number(band.middle().get(at), 5));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String about(Comparison comparison, CurveReport curve, boolean log) {
        StringBuilder about = new StringBuilder("Upwards: " + curve.yLabel() + (log ? ", on a logarithmic axis" : "")
                + "; to the right: " + curve.xLabel() + ".");
        for (Band band : curve.bands()) {
            about.append(' ').append(comparison.titleOf(band.variant()));
            about.append(": median from ").append(People.number(band.middle().get(0), 3));
            about.append(" to ")
                    .append(People.number(band.middle().get(band.middle().size() - 1), 3))
                    .append('.');
        }
        return VisibleText.capped(about.toString(), EvidenceView.MOST_TEXT);
    }
}
