package assay.grade;

import assay.run.Device;
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
}
