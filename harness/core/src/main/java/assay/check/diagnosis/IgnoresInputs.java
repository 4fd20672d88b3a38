package assay.check.diagnosis;

import assay.check.Diagnosis;
import java.util.List;
import java.util.Optional;

/** Guess that the inputs are not used: the same numbers are answered in cases whose right numbers differ. */
final class IgnoresInputs implements Hypothesis {
    @Override
    public List<String> ids() {
        return List.of("ignores-inputs");
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        Comparison first = all.cases().get(0);
        boolean same = all.cases().stream().allMatch(one -> one.actual().equals(first.actual()));
        boolean mayBe = all.cases().stream().allMatch(one -> one.isRight(first.expected()));
        if (!same || mayBe) {
            return Optional.empty();
        }
        return Optional.of(new Diagnosis(
                "ignores-inputs",
                "the same answer is given in all " + all.cases().size()
                        + " cases: it does not depend on the inputs. Are fixed numbers used in their place?"));
    }
}
