package assay.report;

import assay.check.Evidence;
import assay.check.Evidence.Timed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draw times as multiples of the reference's median on one logarithmic axis: every judged time of the submission and of both
 * processes of the reference as a dot over its box, below them the ratios with their intervals, the noise gate as a band.
 *
 * @param id prefix for the ids of the drawing
 * @param about the text alternative
 * @param clock what was measured
 * @param gate the noise gate, drawn behind the last ratio
 */
public record TimingChart(
        String id,
        String title,
        String about,
        Plot plot,
        Axis x,
        String clock,
        List<Box> boxes,
        List<Ratio> ratios,
        List<Line> limits,
        Gate gate,
        String facts) {
    private static final double LEFT = 14;
    private static final double RIGHT = 22;
    private static final double TOP = 26;
    private static final double BOX = 50;
    private static final double RATIO = 34;
    private static final double FOOT = 46;
    private static final int MOST_DOTS = 120;
    private static final double JITTER = 2.5;
    private static final List<Double> TICKS = List.of(
            0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0,
            5000.0);
    /** A label needs as much room. */
    private static final double LABEL = 48;

    public TimingChart {
        boxes = List.copyOf(boxes);
        ratios = List.copyOf(ratios);
        limits = List.copyOf(limits);
    }

    /** Be the times of one program: half of them lie within the box, the middle line is the median. */
    public record Box(
            String name, double nameY, double y, double low, double median, double high, String text, List<Dot> dots) {
        public Box {
            dots = List.copyOf(dots);
        }
    }

    /** Be one time. */
    public record Dot(double x, double y, String text) {}

    /** Be a ratio with its interval; {@code isControl} marks the reference by itself, which has none. */
    public record Ratio(
            String name, double nameY, double y, double low, double at, double high, boolean isControl, String text) {}

    /** Be a limit. */
    public record Line(double x, double labelY, String label, String text) {}

    /** Be the band within which two processes of the reference must be. */
    public record Gate(double from, double to, double y, String text) {}

    static TimingChart of(String id, Timed evidence) {
        double[] reference = all(evidence.series().subList(1, evidence.series().size()));
        double unit = reference.length == 0 ? 1 : quantile(reference, 0.5);
        Axis x = axis(evidence, unit);
        List<Box> boxes = new ArrayList<>();
        double y = TOP;
        for (Timed.Series series : evidence.series()) {
            boxes.add(box(series, unit, x, y));
            y += BOX;
        }
        List<Ratio> ratios = new ArrayList<>();
        for (Timed.Span span : evidence.spans()) {
            ratios.add(ratio(span, ratios.size() == evidence.spans().size() - 1, x, y));
            y += RATIO;
        }
        double factor = evidence.gate();
        Gate gate = new Gate(
                x.at(1 / factor),
                x.at(factor),
                y - RATIO + 23,
                "noise gate: " + People.number(1 / factor, 3) + " to " + People.number(factor, 3));
        return new TimingChart(
                id,
                evidence.title(),
                about(evidence, boxes),
                Plot.between(LEFT, RIGHT, TOP, y + 4, FOOT - 4),
                x,
                evidence.clock(),
                boxes,
                ratios,
                limits(evidence, x),
                gate,
                VisibleText.capped(evidence.facts(), EvidenceView.MOST_TEXT) + " Device: "
                        + VisibleText.capped(evidence.device(), EvidenceView.MOST_CELL) + ".");
    }

    private static double[] all(List<Timed.Series> series) {
        return series.stream()
                .flatMap(one -> one.millis().stream())
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static Axis axis(Timed evidence, double unit) {
        double low = 1 / (evidence.gate() * 1.1);
        double high = evidence.gate() * 1.1;
        for (double time : all(evidence.series())) {
            low = Math.min(low, Math.max(time / unit, 1e-2));
            high = Math.max(high, Math.min(time / unit, 1e4));
        }
        for (Timed.Span span : evidence.spans()) {
            low = Math.min(low, Math.max(span.low(), 1e-2));
            high = Math.max(high, Math.min(span.high(), 1e4));
        }
        for (Timed.Limit limit : evidence.limits()) {
            high = Math.max(high, limit.ratio() * 1.1);
        }
        Axis bare = new Axis(low / 1.05, high * 1.05, true, LEFT, Plot.WIDTH - RIGHT, List.of());
        List<Axis.Tick> ticks = new ArrayList<>();
        for (double tick : TICKS) {
            if (tick >= bare.low() && tick <= bare.high()) {
                ticks.add(new Axis.Tick(bare.at(tick), People.number(tick, 4)));
            }
        }
        return new Axis(bare.low(), bare.high(), true, bare.from(), bare.to(), ticks);
    }

    private static Box box(Timed.Series series, double unit, Axis x, double y) {
        double[] times = all(List.of(series));
        List<Dot> dots = new ArrayList<>();
        for (int session = 0; session < series.millis().size(); session++) {
            List<Double> millis = series.millis().get(session);
            for (int i = 0; i < millis.size() && dots.size() < MOST_DOTS; i++) {
                double lift = (dots.size() % 5 - 2) * JITTER;
                String text = "session " + (session + 1) + ", round " + (i + 1) + ": " + millis(millis.get(i));
                dots.add(new Dot(x.at(millis.get(i) / unit), Axis.round(y + 30 + lift), text));
            }
        }
        if (times.length == 0) {
            return new Box(series.name(), y + 14, y + 30, LEFT, LEFT, LEFT, "no time", dots);
        }
        double median = quantile(times, 0.5);
        double low = quantile(times, 0.25);
        double high = quantile(times, 0.75);
        String text = "median " + millis(median) + ", half of the times from " + millis(low) + " to " + millis(high);
        return new Box(
                series.name(), y + 14, y + 30, x.at(low / unit), x.at(median / unit), x.at(high / unit), text, dots);
    }

    private static Ratio ratio(Timed.Span span, boolean isControl, Axis x, double y) {
        String ends =
                isControl ? "" : ", from " + People.number(span.low(), 3) + " to " + People.number(span.high(), 3);
        return new Ratio(
                VisibleText.capped(span.name(), EvidenceView.MOST_CELL),
                y + 11,
                y + 23,
                x.at(span.low()),
                x.at(span.estimate()),
                x.at(span.high()),
                isControl,
                People.number(span.estimate(), 3) + ends);
    }

    /** Labels of limits that lie close together stand one above the other. */
    private static List<Line> limits(Timed evidence, Axis x) {
        List<Line> lines = new ArrayList<>();
        for (Timed.Limit limit : evidence.limits()) {
            double at = x.at(limit.ratio());
            boolean tight = !lines.isEmpty()
                    && at - lines.get(lines.size() - 1).x() < LABEL
                    && lines.get(lines.size() - 1).labelY() < 20;
            String worth = limit.share() == 1 ? "all" : People.number(100 * limit.share(), 3) + " %";
            lines.add(new Line(
                    at,
                    tight ? 24 : 12,
                    worth,
                    "up to " + People.number(limit.ratio(), 4) + " times: "
                            + (limit.share() == 1 ? "all points" : worth + " of the points")));
        }
        return lines;
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static String millis(double value) {
        return People.number(value, 3) + " ms";
    }

    private static String about(Evidence.Timed evidence, List<Box> boxes) {
        StringBuilder about = new StringBuilder("Measured is " + evidence.clock() + " of one request, in ")
                .append(capital(VisibleText.capped(evidence.language(), EvidenceView.MOST_CELL)))
                .append('.');
        for (Box box : boxes) {
            about.append(' ').append(Character.toUpperCase(box.name().charAt(0)));
            about.append(box.name().substring(1))
                    .append(": ")
                    .append(box.text())
                    .append('.');
        }
        return VisibleText.capped(about.toString(), EvidenceView.MOST_TEXT);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
