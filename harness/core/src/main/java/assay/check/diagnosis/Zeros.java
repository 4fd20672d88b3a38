package assay.check.diagnosis;

import assay.check.Diagnosis;
import java.util.List;
import java.util.Optional;

/** Guess that nothing was computed: all answered numbers are 0. */
final class Zeros implements Hypothesis {
    @Override
    public List<String> ids() {
        return List.of("zeros");
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        return all.everywhere((one, i) -> one.actual().at(i) == 0)
                ? Optional.of(new Diagnosis(
                        "zeros",
                        "every answered number is 0. Is the result stored in what is returned, and is a division done in"
                                + " whole numbers?"))
                : Optional.empty();
    }
}
