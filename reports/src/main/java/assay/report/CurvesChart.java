package assay.report;

import assay.check.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Draw curves over a common axis.
 *
 * @param id prefix for the ids of the drawing
 * @param about the text alternative
 * @param columns names of the curves
 * @param rows the data table: the x value, then one text for each curve, "" where it has none
 * @param note what the drawing leaves out, or ""
 */
public record CurvesChart(
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
        List<List<String>> rows,
        String note) {
    private static final Plot PLOT = Plot.between(64, 12, 14, 210, 42);
    private static final int STYLES = 6;
    private static final int MOST_POINTS = 400;
    private static final int MOST_MARKS = 8;
    private static final int MOST_ROWS = 25;
    private static final double SMALLEST = 1e-300;

    public CurvesChart {
        lines = List.copyOf(lines);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * Be one curve.
     *
     * @param style number of its colour, dash and mark, from 0
     * @param path the drawing commands
     * @param marks a few of its points, so that curves differ without colour
     */
    public record Line(String name, int style, String path, List<Trace.Place> marks) {
        public Line {
            marks = List.copyOf(marks);
        }
    }

    static CurvesChart of(String id, Evidence.Curves evidence) {
        Trace.Range range = range(evidence);
        Axis x = range.across(PLOT);
        Axis y = range.upwards(PLOT, evidence.logY());
        List<Line> lines = new ArrayList<>();
        int dropped = 0;
        for (Evidence.Curves.Curve curve : evidence.curves()) {
            List<Trace.Place> places = places(curve, x, y);
            dropped += size(curve) - places.size();
            List<Trace.Place> thin = Trace.every(places, MOST_POINTS);
            lines.add(new Line(
                    VisibleText.capped(curve.name(), EvidenceView.MOST_CELL),
                    lines.size() % STYLES,
                    Trace.path(thin),
                    Trace.every(places, MOST_MARKS)));
        }
        return new CurvesChart(
                id,
                evidence.title(),
                about(evidence),
                PLOT,
                x,
                y,
                VisibleText.capped(evidence.xLabel(), EvidenceView.MOST_CELL),
                VisibleText.capped(evidence.yLabel(), EvidenceView.MOST_CELL),
                lines,
                lines.stream().map(Line::name).toList(),
                rows(evidence),
                dropped == 0
                        ? ""
                        : People.count(dropped, "point") + " at or below zero cannot be shown on a logarithmic axis.");
    }

    private static int size(Evidence.Curves.Curve curve) {
        return Math.min(curve.x().size(), curve.y().size());
    }

    private static Trace.Range range(Evidence.Curves evidence) {
        Trace.Range range = new Trace.Range();
        for (Evidence.Curves.Curve curve : evidence.curves()) {
            for (int i = 0; i < size(curve); i++) {
                double y = curve.y().get(i);
                if (!evidence.logY() || y > SMALLEST) {
                    range.add(curve.x().get(i), y, y);
                }
            }
        }
        if (range.isEmpty()) {
            range.add(0, evidence.logY() ? 1 : 0, 10);
            range.add(1, evidence.logY() ? 1 : 0, 10);
        }
        return range;
    }

    private static List<Trace.Place> places(Evidence.Curves.Curve curve, Axis x, Axis y) {
        List<Trace.Place> places = new ArrayList<>();
        for (int i = 0; i < size(curve); i++) {
            if (!y.log() || curve.y().get(i) > SMALLEST) {
                places.add(
                        new Trace.Place(x.at(curve.x().get(i)), y.at(curve.y().get(i))));
            }
        }
        return places;
    }

    private static List<List<String>> rows(Evidence.Curves evidence) {
        List<TreeMap<Double, Double>> curves = new ArrayList<>();
        TreeSet<Double> places = new TreeSet<>();
        for (Evidence.Curves.Curve curve : evidence.curves()) {
            TreeMap<Double, Double> values = new TreeMap<>();
            for (int i = 0; i < size(curve); i++) {
                values.put(curve.x().get(i), curve.y().get(i));
            }
            curves.add(values);
            places.addAll(values.keySet());
        }
        List<List<String>> rows = new ArrayList<>();
        for (double place : Trace.every(new ArrayList<>(places), MOST_ROWS)) {
            List<String> row = new ArrayList<>();
            row.add(People.exact(place));
            for (TreeMap<Double, Double> curve : curves) {
                Double value = curve.get(place);
                row.add(value == null ? "" : People.exact(value));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String about(Evidence.Curves evidence) {
        StringBuilder about = new StringBuilder("Upwards: " + evidence.yLabel()
                + (evidence.logY() ? ", on a logarithmic axis" : "") + "; to the right: " + evidence.xLabel() + ".");
        for (Evidence.Curves.Curve curve : evidence.curves()) {
            int last = size(curve) - 1;
            about.append(' ').append(VisibleText.capped(curve.name(), EvidenceView.MOST_CELL));
            about.append(
                    last < 0
                            ? " has no point."
                            : " goes from " + People.number(curve.y().get(0), 4) + " to "
                                    + People.number(curve.y().get(last), 4) + ".");
        }
        return VisibleText.capped(about.toString(), EvidenceView.MOST_TEXT);
    }
}
