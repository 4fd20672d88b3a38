package assay.check.diagnosis;

import assay.api.Tensor;
import assay.check.Diagnosis;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Guess that the right numbers stand in the wrong places: reversed, two swapped, or in another order. */
final class Reordered implements Hypothesis {
    /** Longer answers are only tested for reversal and for holding the same numbers. */
    private static final int MOST_ENTRIES = 256;

    @Override
    public List<String> ids() {
        return List.of("reversed", "swapped", "permuted", "order");
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        if (all.explainedByEach(Reordered::reversed)
                && all.entries().size() > 2 * all.cases().size()) {
            return Optional.of(new Diagnosis(
                    "reversed", "the right numbers in reverse order. From which end does the loop or the list run?"));
        }
        Optional<Diagnosis> fixed = permuted(all);
        if (fixed.isPresent()) {
            return fixed;
        }
        boolean sameNumbers = all.cases().stream().allMatch(Reordered::holdsTheSameNumbers);
        return sameNumbers
                ? Optional.of(new Diagnosis(
                        "order",
                        "the right numbers in another order, one that changes from case to case. Are they sorted, or shuffled"
                                + " without the rest?"))
                : Optional.empty();
    }

    private static Tensor reversed(Comparison one) {
        int last = one.size() - 1;
        return rearranged(one, IntStream.rangeClosed(0, last).map(i -> last - i).toArray());
    }

    private static Tensor rearranged(Comparison one, int[] sources) {
        int[] shape =
                one.expected().shape().stream().mapToInt(Integer::intValue).toArray();
        return Tensor.of(
                shape, Arrays.stream(sources).mapToDouble(one.expected()::at).toArray());
    }

    private static Optional<Diagnosis> permuted(Comparisons all) {
        Comparison first = all.cases().get(0);
        boolean oneShape = all.cases().stream()
                .allMatch(one -> one.expected().shape().equals(first.expected().shape()));
        if (!oneShape || first.size() < 2 || first.size() > MOST_ENTRIES) {
            return Optional.empty();
        }
        int[] sources = sources(all, first.size());
        if (sources.length == 0 || !all.explainedByEach(one -> rearranged(one, sources))) {
            return Optional.empty();
        }
        int[] moved =
                IntStream.range(0, sources.length).filter(i -> sources[i] != i).toArray();
        if (moved.length == 2) {
            return Optional.of(new Diagnosis(
                    "swapped",
                    "the entries " + first.expected().indexOf(moved[0]) + " and "
                            + first.expected().indexOf(moved[1]) + " are swapped, the numbers themselves are right."));
        }
        return Optional.of(new Diagnosis(
                "permuted",
                "the right numbers in another order, the same one in every case: "
                        + first.expected().indexOf(sources[0])
                        + " of the right answer stands at " + first.expected().indexOf(0)
                        + ". Compare the order of the axes"
                        + " or of the list with the one that is asked for."));
    }

    /** Find for each position the one whose right number is answered there in every case; empty when there is none. */
    private static int[] sources(Comparisons all, int size) {
        int[] sources = new int[size];
        boolean[] used = new boolean[size];
        for (int i = 0; i < size; i++) {
            int position = i;
            int source = IntStream.concat(IntStream.of(i), IntStream.range(0, size))
                    .filter(j -> !used[j]
                            && all.cases().stream()
                                    .allMatch(
                                            one -> one.recognises(one.expected().at(j), position)))
                    .findFirst()
                    .orElse(-1);
            if (source < 0) {
                return new int[0];
            }
            sources[i] = source;
            used[source] = true;
        }
        return sources;
    }

    private static boolean holdsTheSameNumbers(Comparison one) {
        double[] right = one.expected().toArray();
        double[] given = one.actual().toArray();
        Arrays.sort(right);
        Arrays.sort(given);
        double reach =
                IntStream.range(0, one.size()).mapToDouble(one::bound).max().orElse(0);
        return one.size() >= 2 && IntStream.range(0, one.size()).allMatch(i -> Math.abs(right[i] - given[i]) <= reach);
    }
}
