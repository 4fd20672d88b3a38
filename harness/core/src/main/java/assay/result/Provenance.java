package assay.result;

import java.util.Map;

/**
 * Say what decided the verdicts: the same provenance gives the same record (without {@code observed}).
 *
 * @param facts sorted by name: "assay.version", "assignment.digest", "submission.digest", "reference.digest", "seed",
 *     "jdk", "os", "cpu", "isolation", "python", ...
 */
public record Provenance(Map<String, String> facts) {
    public Provenance {
        facts = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(facts));
    }
}
