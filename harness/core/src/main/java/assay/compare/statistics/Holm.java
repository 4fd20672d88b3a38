package assay.compare.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Correct for asking several questions at once (Holm 1979, Scand. J. Statist. 6, 65). */
public final class Holm {
    private Holm() {}

    /**
     * Return the adjusted probabilities in the given order: the i-th smallest of m times m - i + 1, at least the one
     * before, at most 1.
     */
    public static List<Double> adjust(List<Double> probabilities) {
        List<Integer> order = IntStream.range(0, probabilities.size())
                .boxed()
                .sorted(Comparator.comparing(probabilities::get))
                .toList();
        List<Double> adjusted = new ArrayList<>(probabilities);
        double before = 0;
        for (int i = 0; i < order.size(); i++) {
            int index = order.get(i);
            before = Math.max(before, Math.min(1, (order.size() - i) * probabilities.get(index)));
            adjusted.set(index, before);
        }
        return adjusted;
    }
}
