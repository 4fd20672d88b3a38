package assay.device;

/**
 * Say what is missing before a GPU can be used.
 *
 * @param what one sentence: what was looked for and not found
 * @param remedy what to do about it
 */
public record Missing(Part part, String what, String remedy) {
    /** Name the part that is missing. */
    public enum Part {
        DRIVER,
        NODES,
        LIBRARY,
        TOOL,
        GPU,
        ARCHITECTURE
    }

    /** Return both as one text. */
    public String sentence() {
        return what + ". " + remedy + ".";
    }
}
