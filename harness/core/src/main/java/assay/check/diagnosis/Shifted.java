package assay.check.diagnosis;

import assay.api.Tensor;
import assay.check.Diagnosis;
import java.util.List;
import java.util.Optional;

/** Guess that the right numbers (of a matrix: rows) stand one place too early or too late. */
final class Shifted implements Hypothesis {
    private static final int LEAST_PLACES = 3;

    @Override
    public List<String> ids() {
        return List.of("shifted-back", "shifted-on");
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        boolean longEnough = all.cases().stream()
                .allMatch(one -> one.expected().rank() > 0 && one.expected().extent(0) >= LEAST_PLACES);
        if (!longEnough) {
            return Optional.empty();
        }
        if (all.cases().stream().allMatch(one -> isShifted(one, 1))) {
            return Optional.of(new Diagnosis(
                    "shifted-back",
                    "each place holds the right value of the next one: everything stands one place too early. Look at where"
                            + " the loop starts."));
        }
        if (all.cases().stream().allMatch(one -> isShifted(one, -1))) {
            return Optional.of(new Diagnosis(
                    "shifted-on",
                    "each place holds the right value of the one before: everything stands one place too late. Look at where"
                            + " the loop starts."));
        }
        return Optional.empty();
    }

    /** Say whether each place holds the right value of the place {@code by} further on, and differs from its own somewhere. */
    static boolean isShifted(Comparison one, int by) {
        Tensor right = one.expected();
        int row = right.extent(0) == 0 ? 0 : right.size() / right.extent(0);
        boolean differs = false;
        for (int i = Math.max(0, -by * row); i < right.size() - Math.max(0, by * row); i++) {
            double moved = right.at(i + by * row);
            if (!one.recognises(moved, i)) {
                return false;
            }
            differs |= Math.abs(moved - right.at(i)) > one.bound(i);
        }
        return differs;
    }
}
