package assay.check.diagnosis;

import assay.check.Diagnosis;
import java.util.List;
import java.util.Optional;

/** Guess that the computation is right and was done in float32: all errors are a few of its round-offs. */
final class SinglePrecision implements Hypothesis {
    /** The unit round-off of IEEE 754 binary32. */
    private static final double ROUND_OFF = 0x1p-24;
    /** Sums of some hundred terms in binary32 stay below this many round-offs of the sum of |terms|. */
    private static final double MOST_ROUND_OFFS = 64;

    @Override
    public List<String> ids() {
        return List.of("single-precision");
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        boolean small = all.everywhere((one, i) -> {
            double error = Math.abs(one.actual().at(i) - one.expected().at(i));
            return one.passes(i)
                    || error <= MOST_ROUND_OFFS * ROUND_OFF * one.scale().at(i);
        });
        return small
                ? Optional.of(new Diagnosis(
                        "single-precision",
                        "right to about seven digits and no further. Is it computed in single precision (float, float32;"
                                + " use double, float64), or are two large numbers subtracted that are almost equal?"))
                : Optional.empty();
    }
}
