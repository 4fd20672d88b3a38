package assay.check.diagnosis;

import assay.api.Tensor;
import java.util.Optional;
import java.util.function.Function;

/**
 * Be a mistake that says what it would have answered.
 *
 * @param prediction the numbers that the mistake gives for a case; nothing where it does not say
 */
public record Suspect(String id, String sentence, Function<Comparison, Optional<Tensor>> prediction) {}
