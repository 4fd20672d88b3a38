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
        Plot plot,
        Axis x,
        Axis y,
        String xLabel,
        String yLabel,
        List<Line> lines,
        List<String> columns,
        List<List<String>> rows) {
    private static final Plot PLOT = Plot.between(64, 18, 14, 230, 42);
    private static final int STYLES = 6;
    private static final int MOST_MARKS = 8;
    private static final int MOST_ROWS = 25;
    private static final double MANY_TIMES = 20;

    public BandsChart {
        lines = List.copyOf(lines);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Be one variant: {@code path} of the median, {@code area} of the band, "" where it has no width. */
    public record Line(String name, int style, String path, String area, List<Trace.Place> marks) {
        public Line {
            marks = List.copyOf(marks);
        }
    }

    static BandsChart of(String id, Comparison comparison, CurveReport curve) {
        Trace.Range range = range(curve);
        boolean log = range.low() > 0 && range.high() > MANY_TIMES * range.low();
        Axis x = range.across(PLOT);
        Axis y = range.upwards(PLOT, log);
        List<Line> lines = new ArrayList<>();
        for (Band band : curve.bands()) {
            String name = VisibleText.capped(comparison.titleOf(band.variant()), EvidenceView.MOST_CELL);
            List<Trace.Place> places = places(band.x(), band.middle(), x, y);
            lines.add(new Line(
                    name,
                    lines.size() % STYLES,
                    Trace.path(places),
                    area(band, x, y),
                    Trace.every(places, MOST_MARKS)));
        }
        return new BandsChart(
                id,
                curve.title(),
                about(comparison, curve, log),
                PLOT,
                x,
                y,
                VisibleText.capped(curve.xLabel(), EvidenceView.MOST_CELL),
                VisibleText.capped(curve.yLabel(), EvidenceView.MOST_CELL),
                lines,
                lines.stream().map(Line::name).toList(),
                rows(curve));
    }

    private static Trace.Range range(CurveReport curve) {
        Trace.Range range = new Trace.Range();
        for (Band band : curve.bands()) {
            for (int i = 0; i < band.x().size(); i++) {
                range.add(band.x().get(i), band.low().get(i), band.high().get(i));
            }
        }
        return range;
    }

    private static List<Trace.Place> places(List<Double> xs, List<Double> ys, Axis x, Axis y) {
        List<Trace.Place> places = new ArrayList<>();
        for (int i = 0; i < xs.size(); i++) {
            places.add(new Trace.Place(x.at(xs.get(i)), y.at(ys.get(i))));
        }
        return places;
    }

    private static String area(Band band, Axis x, Axis y) {
        if (band.low().equals(band.high())) {
            return "";
        }
        List<Trace.Place> around = places(band.x(), band.high(), x, y);
        List<Trace.Place> below = places(band.x(), band.low(), x, y);
        for (int i = below.size() - 1; i >= 0; i--) {
            around.add(below.get(i));
        }
        return Trace.path(around) + "Z";
    }

    private static List<List<String>> rows(CurveReport curve) {
        List<Double> places = Trace.every(
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
