package assay.compare.bench;

import assay.compare.statistics.Sample;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Be the result of one benchmark with one choice of parameters.
 *
 * @param benchmark full name of the method
 * @param mode of JMH: "avgt", "thrpt", "ss", "sample"
 * @param settings forks, iterations and times, in words
 * @param forks what each process measured, the mean of its iterations; greater than 0
 */
public record BenchEntry(
        String benchmark,
        SortedMap<String, String> params,
        String mode,
        String unit,
        String settings,
        List<Double> forks) {
    public BenchEntry {
        params = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(params));
        forks = List.copyOf(forks);
        if (forks.isEmpty() || !forks.stream().allMatch(time -> time > 0 && Double.isFinite(time))) {
            throw new IllegalArgumentException("scores must be finite and greater than 0, were " + forks);
        }
    }

    /** Return the class, without packages: "StageBenchmark". */
    public String group() {
        String type = benchmark.substring(0, Math.max(0, benchmark.lastIndexOf('.')));
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** Return method and parameters: "judge answers=right". */
    public String title() {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1)
                + params.entrySet().stream()
                        .map(BenchEntry::written)
                        .map(" "::concat)
                        .collect(Collectors.joining());
    }

    /** Return benchmark and parameters, by which an entry is known. */
    String key() {
        return benchmark + params;
    }

    /** Say whether a larger score is a faster program. */
    boolean isRate() {
        return mode.equals("thrpt");
    }

    /** Return the logarithms of what each process measured. */
    Sample logs() {
        return new Sample(forks.stream().map(Math::log).toList());
    }

    private static String written(Map.Entry<String, String> param) {
        return param.getKey() + "=" + param.getValue();
    }
}
