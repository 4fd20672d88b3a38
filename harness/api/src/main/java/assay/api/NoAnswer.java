package assay.api;

/** Say that numbers are asked for under a name that has none: nothing was answered there, or something else. */
public final class NoAnswer extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String name;

    /** Miss the answer called {@code name}. */
    public NoAnswer(String name) {
        super("no numbers are answered under '" + name + "'");
        this.name = name;
    }

    /** Return the name. */
    public String name() {
        return name;
    }
}
