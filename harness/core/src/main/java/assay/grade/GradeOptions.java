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
 */
public record GradeOptions(String secret, Map<String, String> facts, Device device) {
    public GradeOptions {
        facts = Map.copyOf(facts);
    }

    /** Grade on the CPU. */
    public GradeOptions(String secret, Map<String, String> facts) {
        this(secret, facts, Device.CPU);
    }

    /** Grade the same on another device. */
    public GradeOptions on(Device other) {
        return new GradeOptions(secret, facts, other);
    }

    /** Return what tells two secrets apart and tells neither: 16 hex digits, or "none". */
    public String fingerprint() {
        return secret.isEmpty()
                ? "none"
                : Seeds.derive(secret, "fingerprint", "", 0).hex().substring(0, 16);
    }
}
