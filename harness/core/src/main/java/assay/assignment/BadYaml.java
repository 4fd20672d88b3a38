package assay.assignment;

/** Say why a file is not the YAML that Assay reads: file, line, what was found, what to write instead. */
public final class BadYaml extends Exception {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String problem;

    /** Say it; {@code line} is 1-based, 0 when the whole file is meant. */
    public BadYaml(String file, int line, String problem) {
        super(file + (line > 0 ? ":" + line : "") + ": " + problem);
        this.file = file;
        this.line = line;
        this.problem = problem;
    }

    /** Return the file and, when known, the line: {@code answers.yaml:12}. */
    public String where() {
        return line > 0 ? file + ":" + line : file;
    }

    /** Return what was found and what to write instead. */
    public String problem() {
        return problem;
    }
}
