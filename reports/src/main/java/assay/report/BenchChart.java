package assay.report;

import assay.compare.bench.BenchComparison.Measured;
import assay.compare.bench.BenchComparison.Row;
import assay.compare.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Draw the benchmarks of one class, all relative to what A took: a dot for every process of A and, below, of B; then the ratio with its
 * interval. The axis is logarithmic, so that twice and half are equally far from 1.
 *
 * @param id prefix for the ids of the drawing
 * @param about the text alternative
 * @param one where the ratio is 1
 */
public record BenchChart(
        String id, String title, String about, Plot plot, Axis x, double one, String xLabel, List<Line> rows) {
    private static final double LEFT = 14;
    private static final double RIGHT = 18;
    private static final double ROW = 62;
    private static final double TOP = 8;
    private static final double FOOT = 46;
    private static final double NAME = 13;
    private static final double FIRST = 25;
    private static final double SECOND = 37;
    private static final double RATIO = 50;
    private static final double LEAST_SPAN = 1.25;
    private static final double MARGIN = 1.03;
    private static final int MOST_NAME = 56;
    private static final int MOST_TICKS = 7;
    private static final double[] NICE = {
        1, 1.05, 1.1, 1.2, 1.5, 2, 3, 5, 10, 20, 50, 100, 1000, 1e4, 1e5, 1e6, 1e8, 1e12
    };

    public BenchChart {
        rows = List.copyOf(rows);
    }

    /**
     * Be one benchmark.
     *
     * @param low left end of the interval; equal to {@code ratio} where there is none
     */
    public record Line(
            String name,
            double y,
            double firstY,
            double secondY,
            double ratioY,
            double ratio,
            double low,
            double high,
            List<Dot> first,
            List<Dot> second) {
        public Line {
            first = List.copyOf(first);
            second = List.copyOf(second);
        }
    }

    /** Be one process. */
    public record Dot(double x, String text) {}

    /** Draw {@code rows}, all of the class {@code title}. */
    static BenchChart of(String id, String title, List<Row> rows) {
        Plot plot = Plot.between(LEFT, RIGHT, TOP, TOP + ROW * rows.size(), FOOT);
        Axis x = axis(rows, plot);
        List<Line> lines = new ArrayList<>();
        StringBuilder about = new StringBuilder("The time of B relative to A.");
        for (Row row : rows) {
            double y = TOP + ROW * lines.size();
            Interval ends = row.interval().orElse(new Interval(row.ratio(), row.ratio()));
            lines.add(new Line(
                    VisibleText.capped(row.title(), MOST_NAME),
                    y + NAME,
                    y + FIRST,
                    y + SECOND,
                    y + RATIO,
                    x.at(row.ratio()),
                    x.at(ends.low()),
                    x.at(ends.high()),
                    dots(row, row.first(), "A", x),
                    dots(row, row.second(), "B", x)));
            about.append(' ').append(row.title()).append(": ").append(BenchView.ratio(row));
            about.append(", ").append(row.standing().words()).append('.');
        }
        String label = "time relative to A (logarithmic)";
        return new BenchChart(
                id,
                title,
                VisibleText.capped(about.toString(), EvidenceView.MOST_TEXT),
                plot,
                x,
                x.at(1),
                label,
                lines);
    }

    private static List<Dot> dots(Row row, Measured measured, String side, Axis x) {
        return measured.forks().stream()
                .map(fork -> new Dot(x.at(relative(row, fork)), side + ": " + BenchView.score(fork) + " " + row.unit()))
                .toList();
    }

    /** Return the time of a process relative to the mean of A, also where the unit is a rate. */
    private static double relative(Row row, double fork) {
        double plain = fork / row.first().mean();
        boolean rate = (row.second().mean() > row.first().mean()) != row.ratio() > 1;
        return rate ? 1 / plain : plain;
    }

    private static Axis axis(List<Row> rows, Plot plot) {
        double[] shown = rows.stream()
                .flatMapToDouble(row -> DoubleStream.concat(
                        row.interval().stream().flatMapToDouble(ends -> DoubleStream.of(ends.low(), ends.high())),
                        DoubleStream.concat(
                                row.first().forks().stream().mapToDouble(fork -> relative(row, fork)),
                                row.second().forks().stream().mapToDouble(fork -> relative(row, fork)))))
                .toArray();
        double most = NICE[NICE.length - 1];
        double low = Math.max(
                1 / most, Math.min(1 / LEAST_SPAN, DoubleStream.of(shown).min().orElse(1) / MARGIN));
        double high =
                Math.min(most, Math.max(LEAST_SPAN, DoubleStream.of(shown).max().orElse(1) * MARGIN));
        Axis bare = new Axis(low, high, true, plot.left(), plot.right(), List.of());
        return new Axis(low, high, true, plot.left(), plot.right(), ticks(bare));
    }

    private static List<Axis.Tick> ticks(Axis axis) {
        List<Double> places = new ArrayList<>(List.of(1.0));
        // The largest steps first, and only what keeps its distance from those that are there.
        double apart = (axis.to() - axis.from()) / (MOST_TICKS + 1);
        for (int i = NICE.length - 1; i > 0; i--) {
            for (double place : new double[] {NICE[i], 1 / NICE[i]}) {
                boolean inside = axis.low() <= place && place <= axis.high();
                if (inside && places.stream().allMatch(other -> Math.abs(axis.at(other) - axis.at(place)) >= apart)) {
                    places.add(place);
                }
            }
        }
        return places.stream()
                .sorted()
                .map(place -> new Axis.Tick(axis.at(place), People.number(place, 2)))
                .toList();
    }
}
