package assay.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Average the matrices that runs report. */
final class Matrices {
    private Matrices() {}

    /** Return the mean of each matrix over {@code results}; one that has not the same shape in all of them is left out. */
    static Map<String, List<List<Double>>> mean(List<RunResult> results) {
        Map<String, List<List<Double>>> means = new LinkedHashMap<>();
        if (results.isEmpty()) {
            return means;
        }
        for (String name : results.get(0).matrices().keySet()) {
            List<List<List<Double>>> all = results.stream()
                    .map(result -> result.matrices().getOrDefault(name, List.of()))
                    .toList();
            if (all.stream().map(Matrices::shape).distinct().count() == 1) {
                means.put(name, mean(all, all.size()));
            }
        }
        return means;
    }

    private static List<List<Double>> mean(List<List<List<Double>>> all, int count) {
        List<List<Double>> mean = new ArrayList<>();
        for (int row = 0; row < all.get(0).size(); row++) {
            List<Double> line = new ArrayList<>();
            for (int column = 0; column < all.get(0).get(row).size(); column++) {
                double sum = 0;
                for (List<List<Double>> one : all) {
                    sum += one.get(row).get(column);
                }
                line.add(sum / count);
            }
            mean.add(line);
        }
        return mean;
    }

    private static List<Integer> shape(List<List<Double>> matrix) {
        return matrix.stream().map(List::size).toList();
    }
}
