package assay.report;

import java.util.ArrayList;
import java.util.List;

/** Turn points into places on a drawing and these into drawing commands. */
final class Trace {
    private Trace() {}

    /** Be a place on a drawing. */
    public record Place(double x, double y) {}

    /** Return the drawing commands that join {@code places}. */
    static String path(List<Place> places) {
        StringBuilder path = new StringBuilder();
        for (Place place : places) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(place.x())
                    .append(' ')
                    .append(place.y());
        }
        return path.toString();
    }

    /** Return at most {@code most} things, evenly chosen, the first and the last among them. */
    static <T> List<T> every(List<T> things, int most) {
        if (things.size() <= most) {
            return things;
        }
        List<T> chosen = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            chosen.add(things.get((int) ((long) i * (things.size() - 1) / (most - 1))));
        }
        return chosen;
    }

    /** Find the ends of what is to be drawn. */
    static final class Range {
        private double left = Double.MAX_VALUE;
        private double right = -Double.MAX_VALUE;
        private double low = Double.MAX_VALUE;
        private double high = -Double.MAX_VALUE;

        /** Take in a point, or where {@code below} and {@code above} differ a bar. */
        void add(double x, double below, double above) {
            left = Math.min(left, x);
            right = Math.max(right, x);
            low = Math.min(low, below);
            high = Math.max(high, above);
        }

        /** Say whether nothing was taken in. */
        boolean isEmpty() {
            return !(left <= right);
        }

        double low() {
            return low;
        }

        double high() {
            return high;
        }

        Axis across(Plot plot) {
            return plot.across(left, right);
        }

        Axis upwards(Plot plot, boolean log) {
            return plot.upwards(low, high, log);
        }
    }
}
