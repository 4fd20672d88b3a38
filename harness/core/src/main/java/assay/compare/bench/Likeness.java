package assay.compare.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** See whether two files of benchmarks can be compared at all, and what else than the program differs. */
final class Likeness {
    /** What must be alike for times to be, with its name for people. */
    private static final Map<String, String> ALIKE = new TreeMap<>(Map.of(
            "jdk", "JDK",
            "cpu", "processor",
            "cores", "number of cores",
            "os", "operating system",
            "flags", "list of JVM flags",
            "quick", "use of --quick"));

    /** A machine with more than this share of its cores at work is not quiet. */
    private static final double BUSY = 0.5;

    private static final int FEW_FORKS = 5;
    private static final String UNKNOWN = "unknown";

    private Likeness() {}

    static void demand(BenchFile first, BenchFile second) throws BadBench {
        boolean common = false;
        for (BenchEntry left : first.entries()) {
            boolean named = false;
            boolean found = false;
            for (BenchEntry right : second.entries()) {
                if (left.benchmark().equals(right.benchmark())) {
                    named = true;
                    found |= left.params().equals(right.params());
                    demand(first, left, second, right);
                }
            }
            common |= found;
            if (named && !found && !shares(first, second, left.benchmark())) {
                throw new BadBench(left.benchmark() + " has no parameters in common: " + left.params() + " in "
                        + first.name() + ", other values in " + second.name() + "; run both with the same ones");
            }
        }
        if (!common) {
            throw new BadBench(first.name() + " and " + second.name()
                    + " have no benchmark in common; run both with the same filter");
        }
    }

    private static void demand(BenchFile first, BenchEntry left, BenchFile second, BenchEntry right) throws BadBench {
        String same = "; only runs of the same benchmark can be compared";
        if (!left.mode().equals(right.mode())) {
            throw new BadBench(left.benchmark() + " was measured in mode " + left.mode() + " in " + first.name()
                    + ", in mode " + right.mode() + " in " + second.name() + same);
        } else if (!left.unit().equals(right.unit())) {
            throw new BadBench(left.benchmark() + " is in " + left.unit() + " in " + first.name() + ", in "
                    + right.unit() + " in " + second.name() + same);
        } else if (!left.params().keySet().equals(right.params().keySet())) {
            throw new BadBench(left.benchmark() + " has the parameters "
                    + left.params().keySet() + " in " + first.name() + ", "
                    + right.params().keySet() + " in " + second.name() + same);
        }
    }

    private static boolean shares(BenchFile first, BenchFile second, String benchmark) {
        List<SortedMap<String, String>> known = second.entries().stream()
                .filter(entry -> entry.benchmark().equals(benchmark))
                .map(BenchEntry::params)
                .toList();
        return first.entries().stream()
                .anyMatch(entry -> entry.benchmark().equals(benchmark) && known.contains(entry.params()));
    }

    static List<String> warnings(BenchFile first, BenchFile second) {
        List<String> warnings = new ArrayList<>();
        ALIKE.forEach((key, name) -> {
            String left = first.provenance().getOrDefault(key, UNKNOWN);
            String right = second.provenance().getOrDefault(key, UNKNOWN);
            if (!left.equals(right)) {
                warnings.add("The " + name + " differs: " + told(left) + " in A, " + told(right)
                        + " in B. What follows compares that as well as the program.");
            }
        });
        if (!settings(first).equals(settings(second))) {
            warnings.add("They were measured with different settings: " + String.join(" or ", settings(first))
                    + " in A, " + String.join(" or ", settings(second)) + " in B.");
        }
        if (first.entries().stream().anyMatch(entry -> entry.forks().size() < FEW_FORKS)
                || second.entries().stream().anyMatch(entry -> entry.forks().size() < FEW_FORKS)) {
            warnings.add(
                    "Some were measured in fewer than " + FEW_FORKS + " processes: only large differences can show.");
        }
        busy("A", first, warnings);
        busy("B", second, warnings);
        return warnings;
    }

    private static List<String> settings(BenchFile file) {
        return file.entries().stream()
                .map(BenchEntry::settings)
                .distinct()
                .sorted()
                .toList();
    }

    private static void busy(String side, BenchFile file, List<String> warnings) {
        try {
            double load = Double.parseDouble(file.provenance().getOrDefault("load.before", "0"));
            double cores = Double.parseDouble(file.provenance().getOrDefault("cores", "1"));
            if (load > BUSY * cores) {
                warnings.add("The machine was busy before " + side + " began: load " + load + " on "
                        + file.provenance().getOrDefault("cores", "?") + " cores. Measure again when it is quiet.");
            }
        } catch (NumberFormatException e) {
            warnings.add("How busy the machine was is not known for " + side + ".");
        }
    }

    private static String told(String value) {
        return value.isEmpty() ? "none" : value;
    }
}
