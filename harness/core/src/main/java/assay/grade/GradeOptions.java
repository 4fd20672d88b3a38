package assay.grade;

import java.util.Map;

/**
 * Say how submissions are graded.
 *
 * @param secret the course secret that the draws depend on; "" draws what everybody can foresee
 * @param facts provenance that is the same for all submissions: versions, digests, machine
 */
public record GradeOptions(String secret, Map<String, String> facts) {
    public GradeOptions {
        facts = Map.copyOf(facts);
    }
}
