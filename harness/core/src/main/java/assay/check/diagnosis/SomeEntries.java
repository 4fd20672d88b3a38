package assay.check.diagnosis;

import assay.api.Tensor;
import assay.check.Diagnosis;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Guess that a part of the answer is wrong in every case, and the rest right. */
final class SomeEntries implements Hypothesis {
    @Override
    public List<String> ids() {
        return List.of("some-entries");
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        Tensor first = all.cases().get(0).expected();
        if (all.cases().stream().anyMatch(one -> !one.expected().shape().equals(first.shape()))) {
            return Optional.empty();
        }
        TreeSet<Integer> wrong = new TreeSet<>();
        for (Comparison one : all.failing()) {
            IntStream.range(0, one.size()).filter(i -> !one.passes(i)).forEach(wrong::add);
        }
        if (2 * wrong.size() >= first.size()) {
            return Optional.empty();
        }
        String places = String.join(
                ", ",
                wrong.stream().limit(3).map(i -> first.indexOf(i).toString()).toList());
        return Optional.of(new Diagnosis(
                "some-entries",
                "only " + places + (wrong.size() > 3 ? " and " + (wrong.size() - 3) + " more" : "")
                        + (wrong.size() == 1 ? " is" : " are") + " wrong, the other " + (first.size() - wrong.size())
                        + " entries are right in all cases."));
    }
}
