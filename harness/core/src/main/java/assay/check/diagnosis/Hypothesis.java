package assay.check.diagnosis;

import assay.check.Diagnosis;
import java.util.List;
import java.util.Optional;

/** Be one guess at what went wrong. It is told only if it explains every failing case and contradicts no other. */
interface Hypothesis {
    /** Return the ids of the diagnoses that this hypothesis can give. */
    List<String> ids();

    /** Return the diagnosis if the guess fits; at least one case fails. */
    Optional<Diagnosis> explain(Comparisons all);
}
