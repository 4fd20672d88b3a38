package assay.api.reference;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Solve one task and know how it is judged. Runs in the parent only; never on a submission's class path.
 *
 * <p>All methods are pure: the same arguments give the same result, and no state is kept between calls.
 */
public interface ReferenceTask {
    /** Name the task, for example {@code "linreg/closed-form"}. */
    String id();

    /** Draw inputs at random, keeping away from points that hide mistakes; a task without inputs returns none. */
    Inputs draw(Draw draw);

    /** Draw inputs that take long enough to be timed: so much is computed with each number that sending it does not count. */
    default Inputs drawTimed(Draw draw) {
        return draw(draw);
    }

    /** List the inputs that are always tried besides the drawn ones, each with a name for the report. */
    default List<EdgeCase> edgeCases() {
        return List.of();
    }

    /** Return the right answers, in double precision. */
    Answers solve(Inputs inputs);

    /**
     * Return, for every numeric answer and in the same shape, the scale that round-off is measured by: the sum of the
     * absolute values of the terms that are summed, since the result itself may cancel.
     */
    default Answers scale(Inputs inputs) {
        return magnitudes(solve(inputs));
    }

    /** Turn given answers (the student's or the reference's) into what is compared; by default they themselves. */
    default Answers compared(Inputs inputs, Answers given) {
        return given;
    }

    /** List the mistakes that are known for this task, the most specific first. */
    default List<Mistake> mistakes() {
        return List.of();
    }

    /** List the claims whose witnesses this task can examine, by name. */
    default Map<String, Claim> claims() {
        return Map.of();
    }

    private static Answers magnitudes(Answers answers) {
        Map<String, Value> scales = new LinkedHashMap<>();
        answers.fields().byName().forEach((name, value) -> {
            if (value instanceof Tensor tensor) {
                scales.put(name, tensor.map(Math::abs));
            }
        });
        return Answers.of(scales);
    }
}
