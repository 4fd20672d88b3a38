package assay.compare;

import assay.compare.Comparison.Band;
import assay.compare.statistics.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lay the curves of several seeds over each other. */
final class CurveBands {
    private static final int MOST_POINTS = 120;
    private static final int MANY = 5;

    private CurveBands() {}

    /**
     * Return median and band at the points of the longest curve, the others interpolated between their points; it ends
     * where fewer than half of the seeds go on (training stopped early), so that the last lucky seed is not the curve.
     */
    static Band of(String variant, List<Curve> curves) {
        List<Curve> drawn =
                curves.stream().filter(curve -> !curve.x().isEmpty()).toList();
        List<Double> grid = drawn.stream()
                .max(Comparator.comparingDouble(curve -> curve.x().get(curve.x().size() - 1)))
                .map(Curve::x)
                .orElse(List.of());
        List<Double> x = new ArrayList<>();
        List<Double> middle = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (double at : thin(grid)) {
            List<Double> here = new ArrayList<>();
            drawn.forEach(curve -> addValue(here, curve, at));
            if (2 * here.size() >= drawn.size() && !here.isEmpty()) {
                Sample sample = new Sample(here);
                boolean many = sample.size() >= MANY;
                x.add(at);
                middle.add(sample.median());
                low.add(many ? sample.quantile(0.25) : sample.minimum());
                high.add(many ? sample.quantile(0.75) : sample.maximum());
            }
        }
        return new Band(variant, x, middle, low, high);
    }

    private static void addValue(List<Double> here, Curve curve, double at) {
        List<Double> x = curve.x();
        int last = x.size() - 1;
        if (!(x.get(0) <= at && at <= x.get(last))) {
            return;
        }
        int right = 0;
        while (x.get(right) < at) {
            right++;
        }
        double to = curve.y().get(right);
        if (right == 0 || x.get(right) == at) {
            here.add(to);
            return;
        }
        double from = curve.y().get(right - 1);
        double share = (at - x.get(right - 1)) / (x.get(right) - x.get(right - 1));
        here.add(from + share * (to - from));
    }

    private static List<Double> thin(List<Double> grid) {
        if (grid.size() <= MOST_POINTS) {
            return grid;
        }
        List<Double> chosen = new ArrayList<>();
        for (int i = 0; i < MOST_POINTS; i++) {
            chosen.add(grid.get((int) ((long) i * (grid.size() - 1) / (MOST_POINTS - 1))));
        }
        return chosen;
    }
}
