package assay.run;

/** Stand in until the real one arrives. */
public final class Sandboxes {
    private Sandboxes() {}

    /** Refuse. */
    public static Sandbox open(SandboxOptions options) {
        throw new GradingException("no sandbox yet " + options.slots());
    }
}
