package assay.check.diagnosis;

import assay.api.Tensor;
import assay.check.Diagnosis;
import java.util.List;
import java.util.Optional;

/** Guess that an input is handed back as it came. */
final class InputCopy implements Hypothesis {
    @Override
    public List<String> ids() {
        return List.of("input-copy");
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        if (all.numbers() < 2) {
            return Optional.empty();
        }
        return all.cases().get(0).inputs().fields().byName().keySet().stream()
                .filter(name -> all.cases().stream().allMatch(one -> isCopy(one, name)))
                .findFirst()
                .map(name -> new Diagnosis(
                        "input-copy",
                        "the answer is the input '" + name
                                + "', unchanged. Is the result written somewhere else, or not" + " returned?"));
    }

    private static boolean isCopy(Comparison one, String name) {
        return one.inputs().fields().get(name).orElse(null) instanceof Tensor input && input.equals(one.actual());
    }
}
