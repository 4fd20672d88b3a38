package assay.grade;

import assay.run.Device;
import assay.run.Seeds;
import java.util.Map;

/**
 * Say how submissions are graded.
 *
 * @param secret the course secret that the draws depend on; "" draws what everybody can foresee
 * @param facts provenance that is the same for all submissions: versions, digests, machine
 * @param device where submissions compute
 * @param tellsRightValues whether what is told of a wrong answer may hold what is right
 */
public record GradeOptions(String secret, Map<String, String> facts, Device device, boolean tellsRightValues) {
    public GradeOptions {
        facts = Map.copyOf(facts);
    }

    /** Grade on the CPU, and tell what is right. */
    public GradeOptions(String secret, Map<String, String> facts) {
        this(secret, facts, Device.CPU, true);
    }

    /** Grade the same on another device. */
    public GradeOptions on(Device other) {
        return new GradeOptions(secret, facts, other, tellsRightValues);
    }

    /** Grade the same, and keep what is right from whoever may hand in again. */
    public GradeOptions keepingRightValues() {
        return new GradeOptions(secret, facts, device, false);
    }

    /** Return what tells two secrets apart and tells neither: 16 hex digits, or "none". */
    public String fingerprint() {
        return secret.isEmpty()
                ? "none"
                : Seeds.derive(secret, "fingerprint", "", 0).hex().substring(0, 16);
    }
}
