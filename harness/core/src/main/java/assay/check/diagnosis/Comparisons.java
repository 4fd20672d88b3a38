package assay.check.diagnosis;

import assay.api.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Hold the comparisons of all trials that a check chose, in order. */
public record Comparisons(List<Comparison> cases) {
    public Comparisons {
        cases = List.copyOf(cases);
    }

    /** Be one entry of one case. */
    record Entry(Comparison in, int position) {
        double expected() {
            return in.expected().at(position);
        }

        double actual() {
            return in.actual().at(position);
        }

        double ratio() {
            return actual() / expected();
        }
    }

    /** Return the cases with an entry that is not accepted. */
    public List<Comparison> failing() {
        return cases.stream().filter(one -> !one.passes()).toList();
    }

    /** Return the cases that are accepted. */
    public List<Comparison> passing() {
        return cases.stream().filter(Comparison::passes).toList();
    }

    /** Return the largest share of the allowed error over all cases. */
    public double largestShare() {
        return cases.stream().mapToDouble(Comparison::largestShare).max().orElse(0);
    }

    /** Return the number of all entries. */
    int numbers() {
        return cases.stream().mapToInt(Comparison::size).sum();
    }

    /** Return all entries. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Comparison one : cases) {
            for (int i = 0; i < one.size(); i++) {
                entries.add(new Entry(one, i));
            }
        }
        return entries;
    }

    /** Return the entries whose right number is far enough from 0 to divide by. */
    List<Entry> reliable() {
        return entries().stream()
                .filter(entry -> entry.in().isReliable(entry.position()))
                .toList();
    }

    /**
     * Say whether a prediction explains everything: it is what was answered in every failing case, is not contradicted by
     * any other case, and would itself be wrong in some case.
     */
    boolean explainedBy(Function<Comparison, Optional<Tensor>> prediction) {
        boolean differs = false;
        for (Comparison one : cases) {
            Optional<Tensor> predicted = prediction.apply(one);
            if (!predicted.map(one::recognises).orElse(one.passes())) {
                return false;
            }
            differs |= predicted.isPresent() && !one.passes() && !one.isRight(predicted.get());
        }
        return differs;
    }

    /** Say the same of a prediction that every case has. */
    boolean explainedByEach(Function<Comparison, Tensor> prediction) {
        return explainedBy(one -> Optional.of(prediction.apply(one)));
    }

    /** Say whether {@code test} holds for every position of every case. */
    boolean everywhere(BiPredicate<Comparison, Integer> test) {
        return entries().stream().allMatch(entry -> test.test(entry.in(), entry.position()));
    }
}
