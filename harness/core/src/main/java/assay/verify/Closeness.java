package assay.verify;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.Value;
import assay.api.reference.ReferenceTask;
import assay.check.Tolerance;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Say whether answers are right by a bound of its own, so that a check with a careless bound is found out: 1e-9 of the
 * scale and 1e-12, or the check's own bound where that is narrower.
 */
final class Closeness {
    private static final Tolerance USUAL = new Tolerance(1e-9, 1e-12);

    private final ReferenceTask reference;
    private final Tolerance own;

    Closeness(ReferenceTask reference, Optional<Tolerance> own) {
        this.reference = reference;
        this.own = own.orElse(USUAL);
    }

    /** Return whether {@code given} agrees with {@code right} in all answers called {@code names}. */
    boolean agree(Set<String> names, Inputs inputs, Answers right, Answers given) {
        if (names.stream().allMatch(name -> right.get(name).equals(given.get(name)))) {
            return true;
        }
        Answers compared;
        try {
            compared = reference.compared(inputs, given);
        } catch (RuntimeException e) {
            // Answers that cannot be put into the compared form are not right; that is all that is asked here.
            return false;
        }
        Answers wanted = reference.compared(inputs, right);
        Answers scales = reference.scale(inputs);
        return names.stream().allMatch(name -> agree(wanted.get(name), compared.get(name), scales.get(name)));
    }

    private boolean agree(Optional<Value> right, Optional<Value> given, Optional<Value> scale) {
        if (right.orElse(null) instanceof Tensor one && given.orElse(null) instanceof Tensor other) {
            return one.shape().equals(other.shape()) && near(one, other, scale);
        }
        return right.equals(given);
    }

    private boolean near(Tensor right, Tensor given, Optional<Value> scale) {
        Tensor sizes = scale.orElse(null) instanceof Tensor known ? known : right.map(Math::abs);
        return IntStream.range(0, right.size()).allMatch(i -> {
            double size = sizes.size() == right.size() ? sizes.at(i) : sizes.size() == 1 ? sizes.at(0) : 0;
            double bound = Math.min(USUAL.bound(size), own.bound(size));
            return right.at(i) == given.at(i) || Math.abs(right.at(i) - given.at(i)) <= bound;
        });
    }
}
