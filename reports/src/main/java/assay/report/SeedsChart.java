package assay.report;

import assay.compare.Comparison;
import assay.compare.Comparison.Measured;
import assay.compare.Comparison.MetricReport;
import assay.compare.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Draw every run as a dot, a row for each variant, the same seed joined by a line; below the dots mean and interval.
 *
 * @param id prefix for the ids of the drawing
 * @param metric id of what is drawn
 * @param about the text alternative
 * @param pairs lines between dots of the same seed
 * @param note what the drawing leaves out, or ""
 */
public record SeedsChart(
        String id,
        String metric,
        String title,
        String about,
        Plot plot,
        Axis x,
        String xLabel,
        List<Row> rows,
        List<Pairing> pairs,
        String note) {
    private static final double LEFT = 14;
    private static final double RIGHT = 18;
    private static final double ROW = 62;
    private static final double TOP = 8;
    private static final double FOOT = 46;
    private static final double NAME = 13;
    private static final double DOTS = 36;
    private static final double MEAN = 49;
    /** Published values that would press the runs into less than this share of the axis are left out. */
    private static final double LEAST_SHARE = 0.2;

    public SeedsChart {
        rows = List.copyOf(rows);
        pairs = List.copyOf(pairs);
    }

    /**
     * Be the row of one variant.
     *
     * @param low left end of the interval, in drawing units; equal to {@code mean} where there is none
     * @param published place of the published value, less than 0 where there is none
     */
    public record Row(
            String name,
            double y,
            double dotsY,
            double meanY,
            double mean,
            double low,
            double high,
            double published,
            String publishedText,
            List<Dot> dots) {
        public Row {
            dots = List.copyOf(dots);
        }
    }

    /** Be one run. */
    public record Dot(double x, String text) {}

    /** Join two dots. */
    public record Pairing(double x1, double y1, double x2, double y2) {}

    /** Draw {@code metric}; empty when no run has it. */
    static Optional<SeedsChart> of(String id, Comparison comparison, MetricReport metric) {
        if (metric.measured().isEmpty()) {
            return Optional.empty();
        }
        Range range = range(comparison, metric);
        double bottom = TOP + metric.measured().size() * ROW + 4;
        Plot plot = Plot.between(LEFT, RIGHT, TOP, bottom, FOOT - 4);
        Axis x = plot.across(range.low(), range.high());
        List<Row> rows = new ArrayList<>();
        List<Pairing> pairs = new ArrayList<>();
        Map<Integer, Double> before = Map.of();
        for (Measured measured : metric.measured()) {
            double y = TOP + rows.size() * ROW;
            Map<Integer, Double> values = values(comparison, metric.id(), measured.variant());
            for (Map.Entry<Integer, Double> value : values.entrySet()) {
                Double other = before.get(value.getKey());
                if (other != null) {
                    pairs.add(new Pairing(x.at(other), y - ROW + DOTS, x.at(value.getValue()), y + DOTS));
                }
            }
            rows.add(row(comparison, metric, range.published() ? measured : without(measured), x, y, values));
            before = values;
        }
        String label = metric.title() + (metric.unit().isEmpty() ? "" : " (" + metric.unit() + ")");
        return Optional.of(new SeedsChart(
                id,
                metric.id(),
                metric.title() + ", every run",
                about(comparison, metric),
                plot,
                x,
                label,
                rows,
                pairs,
                range.published() ? "" : "Published values lie far off and are not drawn."));
    }

    /** Say whether a published value is drawn. */
    public boolean anyPublished() {
        return rows.stream().anyMatch(row -> row.published() >= 0);
    }

    private static Row row(
            Comparison comparison,
            MetricReport metric,
            Measured measured,
            Axis x,
            double y,
            Map<Integer, Double> values) {
        String unit = Figures.unit(metric.unit());
        List<Dot> dots = new ArrayList<>();
        values.forEach((seed, value) -> dots.add(
                new Dot(x.at(value), "seed " + seed + ": " + Figures.number(value, metric.decimals()) + unit)));
        double mean = x.at(measured.mean());
        return new Row(
                VisibleText.capped(comparison.titleOf(measured.variant()), EvidenceView.MOST_CELL),
                y + NAME,
                y + DOTS,
                y + MEAN,
                mean,
                measured.interval().map(ends -> x.at(ends.low())).orElse(mean),
                measured.interval().map(ends -> x.at(ends.high())).orElse(mean),
                measured.published().map(x::at).orElse(-1.0),
                measured.published().map(value -> People.exact(value) + unit).orElse(""),
                dots);
    }

    static Map<Integer, Double> values(Comparison comparison, String metric, String variant) {
        Map<Integer, Double> values = new TreeMap<>();
        for (Comparison.Run run : comparison.runs()) {
            Double value = run.metrics().get(metric);
            if (run.variant().equals(variant) && value != null) {
                values.put(run.seed(), value);
            }
        }
        return values;
    }

    /** Be what the axis covers, and whether the published values are within. */
    private record Range(double low, double high, boolean published) {}

    private static Range range(Comparison comparison, MetricReport metric) {
        double[] runs = metric.measured().stream()
                .flatMapToDouble(one -> DoubleStream.concat(
                        values(comparison, metric.id(), one.variant()).values().stream()
                                .mapToDouble(Double::doubleValue),
                        one.interval().stream().flatMapToDouble(ends -> DoubleStream.of(ends.low(), ends.high()))))
                .toArray();
        double[] published = metric.measured().stream()
                .flatMap(one -> one.published().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        double low = DoubleStream.of(runs).min().orElse(0);
        double high = DoubleStream.of(runs).max().orElse(1);
        double lowest = Math.min(low, DoubleStream.of(published).min().orElse(low));
        double highest = Math.max(high, DoubleStream.of(published).max().orElse(high));
        boolean near = high - low >= LEAST_SHARE * (highest - lowest);
        double from = near ? lowest : low;
        double to = near ? highest : high;
        double margin = 0.03 * (to - from);
        return new Range(from - margin, to + margin, near);
    }

    private static Measured without(Measured one) {
        return new Measured(
                one.variant(),
                one.n(),
                one.mean(),
                one.deviation(),
                one.median(),
                one.minimum(),
                one.maximum(),
                one.interval(),
                one.bootstrap(),
                one.prediction(),
                Optional.empty());
    }

    private static String about(Comparison comparison, MetricReport metric) {
        StringBuilder about = new StringBuilder("One dot for each run; a line joins the runs of the same seed.");
        for (Measured measured : metric.measured()) {
            about.append(' ').append(comparison.titleOf(measured.variant())).append(": from ");
            about.append(Figures.number(measured.minimum(), metric.decimals())).append(" to ");
            about.append(Figures.number(measured.maximum(), metric.decimals()));
            about.append(Figures.unit(metric.unit())).append(", mean ");
            about.append(Figures.number(measured.mean(), metric.decimals())).append('.');
        }
        return VisibleText.capped(about.toString(), EvidenceView.MOST_TEXT);
    }
}
