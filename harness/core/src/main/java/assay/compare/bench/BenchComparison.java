package assay.compare.bench;

import assay.compare.statistics.Holm;
import assay.compare.statistics.Interval;
import assay.compare.statistics.Sample;
import assay.compare.statistics.Welch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compare two files of benchmarks. A process is one observation, because its iterations share what it compiled and where its memory
 * lies (Georges, Buytaert, Eeckhout 2007, section 4); the logarithms of the processes' means are compared after Welch, and corrected
 * after Holm over all benchmarks.
 *
 * @param rows by class and benchmark
 * @param onlyFirst what the second file lacks
 * @param onlySecond what the first file lacks
 * @param warnings why the files may differ for other reasons than the program
 */
public record BenchComparison(
        BenchFile first,
        BenchFile second,
        List<Row> rows,
        List<String> onlyFirst,
        List<String> onlySecond,
        List<String> warnings) {
    /** Name the level of significance. */
    public static final double ALPHA = 0.05;

    /** Name the least difference that is spoken of: where code and data come to lie makes as much (Mytkowicz et al. 2009). */
    public static final double LEAST = 0.02;

    public BenchComparison {
        rows = List.copyOf(rows);
        onlyFirst = List.copyOf(onlyFirst);
        onlySecond = List.copyOf(onlySecond);
        warnings = List.copyOf(warnings);
    }

    /**
     * Be what one file measured.
     *
     * @param mean geometric, in the unit of the row
     * @param interval of the mean, 95 %; empty for one process
     */
    public record Measured(List<Double> forks, double mean, Optional<Interval> interval) {
        public Measured {
            forks = List.copyOf(forks);
        }

        static Measured of(BenchEntry entry) {
            Sample logs = entry.logs();
            return new Measured(
                    entry.forks(), Math.exp(logs.mean()), logs.interval().map(BenchComparison::exp));
        }
    }

    /**
     * Be one benchmark in both files.
     *
     * @param ratio time of the second to time of the first: greater than 1 is slower, also where the unit is a rate
     * @param interval of the ratio, 95 %
     * @param probability after Holm
     */
    public record Row(
            String group,
            String title,
            String unit,
            Measured first,
            Measured second,
            double ratio,
            Optional<Interval> interval,
            Optional<Double> probability,
            BenchStanding standing) {}

    /**
     * Compare {@code second} with {@code first}.
     *
     * @throws BadBench if they measured different things under the same name, or have nothing in common
     */
    public static BenchComparison of(BenchFile first, BenchFile second) throws BadBench {
        Map<String, BenchEntry> left = byKey(first);
        Map<String, BenchEntry> right = byKey(second);
        Likeness.demand(first, second);
        List<BenchEntry> common = first.entries().stream()
                .filter(entry -> right.containsKey(entry.key()))
                .sorted(Comparator.comparing(BenchEntry::group))
                .toList();
        List<Welch> tests = new ArrayList<>();
        for (BenchEntry entry : common) {
            BenchEntry other = right.getOrDefault(entry.key(), entry);
            tests.add(entry.isRate() ? Welch.of(other.logs(), entry.logs()) : Welch.of(entry.logs(), other.logs()));
        }
        List<Double> adjusted = Holm.adjust(
                tests.stream().flatMap(test -> test.probability().stream()).toList());
        List<Row> rows = new ArrayList<>();
        int tested = 0;
        for (int i = 0; i < common.size(); i++) {
            boolean told = tests.get(i).probability().isPresent();
            Optional<Double> probability = told ? Optional.of(adjusted.get(tested++)) : Optional.empty();
            BenchEntry entry = common.get(i);
            rows.add(row(entry, right.getOrDefault(entry.key(), entry), tests.get(i), probability));
        }
        return new BenchComparison(
                first, second, rows, lacking(left, right), lacking(right, left), Likeness.warnings(first, second));
    }

    /** Return whether the processes of both took turns, so that a machine that became slower met both alike. */
    public boolean isInTurns() {
        return BenchTurns.isBetween(first, second);
    }

    /** Count the benchmarks that stand so. */
    public long count(BenchStanding standing) {
        return rows.stream().filter(row -> row.standing() == standing).count();
    }

    private static Row row(BenchEntry first, BenchEntry second, Welch test, Optional<Double> probability) {
        return new Row(
                first.group(),
                first.title(),
                first.unit(),
                Measured.of(first),
                Measured.of(second),
                Math.exp(test.difference()),
                test.interval().map(BenchComparison::exp),
                probability,
                standing(test.difference(), probability));
    }

    private static BenchStanding standing(double log, Optional<Double> probability) {
        if (probability.isEmpty()) {
            return BenchStanding.UNKNOWN;
        } else if (probability.get() <= ALPHA && Math.abs(log) >= Math.log1p(LEAST)) {
            return log > 0 ? BenchStanding.SLOWER : BenchStanding.FASTER;
        }
        return BenchStanding.NOT_SHOWN;
    }

    private static Interval exp(Interval logs) {
        return new Interval(Math.exp(logs.low()), Math.min(Double.MAX_VALUE, Math.exp(logs.high())));
    }

    private static Map<String, BenchEntry> byKey(BenchFile file) {
        Map<String, BenchEntry> entries = new TreeMap<>();
        file.entries().forEach(entry -> entries.put(entry.key(), entry));
        return entries;
    }

    private static List<String> lacking(Map<String, BenchEntry> from, Map<String, BenchEntry> in) {
        SortedSet<String> names = new TreeSet<>();
        from.forEach((key, entry) -> {
            if (!in.containsKey(key)) {
                names.add(entry.group() + "." + entry.title());
            }
        });
        return List.copyOf(names);
    }
}
