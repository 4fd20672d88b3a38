package assay.check.diagnosis;

import assay.check.Diagnosis;
import java.util.List;
import java.util.Optional;

/** Guess that only special cases are wrong: all drawn cases pass, or most of those written down. */
final class SomeCases implements Hypothesis {
    @Override
    public List<String> ids() {
        return List.of("edge-case", "some-cases");
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        List<Comparison> failing = all.failing();
        long drawn = all.cases().stream()
                .filter(one -> !one.trial().request().edge())
                .count();
        boolean onlyEdges =
                failing.stream().allMatch(one -> one.trial().request().edge());
        if (onlyEdges && drawn > 0) {
            return Optional.of(new Diagnosis(
                    "edge-case",
                    "right in all " + drawn + " drawn cases, wrong only in " + Words.labels(failing)
                            + ". What happens there that happens nowhere else: a kink, a tie, an empty sum, a very large or"
                            + " very small number?"));
        }
        int passing = all.cases().size() - failing.size();
        if (passing >= 2 && passing >= 2 * failing.size()) {
            return Optional.of(new Diagnosis(
                    "some-cases",
                    "right in " + passing + " of " + all.cases().size() + " cases, wrong only in "
                            + Words.labels(failing) + ". What is special there?"));
        }
        return Optional.empty();
    }
}
