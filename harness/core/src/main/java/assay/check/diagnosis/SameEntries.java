package assay.check.diagnosis;

import assay.check.Diagnosis;
import java.util.List;
import java.util.Optional;

/** Guess that one number is spread over the whole answer where the right entries differ. */
final class SameEntries implements Hypothesis {
    @Override
    public List<String> ids() {
        return List.of("same-entries");
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        boolean same =
                all.everywhere((one, i) -> one.actual().at(i) == one.actual().at(0));
        boolean shouldDiffer = !all.everywhere(
                (one, i) -> Math.abs(one.expected().at(i) - one.expected().at(0)) <= one.bound(i));
        return same && shouldDiffer
                ? Optional.of(new Diagnosis(
                        "same-entries",
                        "all entries of the answer are the same number, the right ones are not. Is a sum or mean taken over"
                                + " the axis that should stay?"))
                : Optional.empty();
    }
}
