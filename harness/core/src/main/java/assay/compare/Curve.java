package assay.compare;

import java.util.List;

/** Be a line through points; finite, as many x as y, x not decreasing. */
public record Curve(List<Double> x, List<Double> y) {
    public Curve {
        x = List.copyOf(x);
        y = List.copyOf(y);
        if (x.size() != y.size()) {
            throw new IllegalArgumentException("has " + x.size() + " x and " + y.size() + " y");
        }
        for (int i = 1; i < x.size(); i++) {
            if (!(x.get(i - 1) <= x.get(i))) {
                throw new IllegalArgumentException(
                        "must go to the right, went from " + x.get(i - 1) + " to " + x.get(i));
            }
        }
    }
}
