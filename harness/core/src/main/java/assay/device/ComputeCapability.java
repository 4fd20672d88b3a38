package assay.device;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Be the version of a GPU's instruction set, such as 8.6 (CUDA C++ Programming Guide, "Compute Capability"). */
public record ComputeCapability(int major, int minor) implements Comparable<ComputeCapability> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})");

    /** Read "8.6"; empty for anything else, such as "[N/A]". */
    public static Optional<ComputeCapability> read(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new ComputeCapability(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    /** Say whether machine code for this version runs on {@code card}: the same major version, none older in the minor one. */
    public boolean runsOn(ComputeCapability card) {
        return major == card.major && minor <= card.minor;
    }

    @Override
    public int compareTo(ComputeCapability other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
