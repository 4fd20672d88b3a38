package assay.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Draw how many submissions have how many points.
 *
 * @param id prefix for the ids of the drawing
 * @param about the text alternative
 */
public record HistogramChart(String id, String title, String about, Plot plot, Axis counts, List<Bar> bars) {
    private static final Plot PLOT = Plot.between(40, 10, 18, 178, 40);
    private static final int BINS = 10;

    public HistogramChart {
        bars = List.copyOf(bars);
    }

    /** Be one bar: {@code count} values from {@code from} up to, but for the last bar not including, {@code to}. */
    public record Bar(double x, double y, double width, double height, String from, String to, int count) {}

    /** Draw {@code values} between 0 and {@code highest} in ten bars. */
    public static HistogramChart of(String id, String title, List<Double> values, double highest) {
        double top = highest > 0 ? highest : 1;
        int[] counts = new int[BINS];
        for (double value : values) {
            int bin = (int) Math.floor(BINS * value / top + 1e-9);
            counts[Math.min(Math.max(bin, 0), BINS - 1)]++;
        }
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        Axis scale = wholeNumbers(most);
        double step = (PLOT.right() - PLOT.left()) / BINS;
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            double y = scale.at(counts[i]);
            bars.add(new Bar(
                    Axis.round(PLOT.left() + i * step + 1),
                    y,
                    Axis.round(step - 2),
                    Axis.round(PLOT.bottom() - y),
                    People.points(top * i / BINS),
                    People.points(top * (i + 1) / BINS),
                    counts[i]));
        }
        return new HistogramChart(id, title, about(values, bars), PLOT, scale, bars);
    }

    private static Axis wholeNumbers(int most) {
        Axis all = PLOT.upwards(0, most, false);
        List<Axis.Tick> whole =
                all.ticks().stream().filter(tick -> !tick.label().contains(".")).toList();
        return new Axis(all.low(), all.high(), false, all.from(), all.to(), whole);
    }

    private static String about(List<Double> values, List<Bar> bars) {
        if (values.isEmpty()) {
            return "No submission to count.";
        }
        Bar fullest = bars.get(0);
        for (Bar bar : bars) {
            fullest = bar.count() > fullest.count() ? bar : fullest;
        }
        return People.count(values.size(), "submission") + ". The fullest bar: " + fullest.count() + " with "
                + fullest.from() + " to " + fullest.to() + " points.";
    }
}
