package assay.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Print for people; the only class that writes to standard output and error. Control characters never get through. */
public final class Console {
    /** Controls of both kinds (U+009B begins an escape sequence too), direction marks, line separators, half characters. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\\n]]");

    private final PrintStream out;
    private final PrintStream err;

    /** Print to the process's own streams, in UTF-8. */
    public Console() {
        this(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }

    /** Print to {@code out} and {@code err}. */
    public Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Print a line of the result. */
    public void say(String line) {
        out.println(clean(line));
    }

    /** Print a line about progress or trouble, to standard error. */
    public void note(String line) {
        err.println(clean(line));
    }

    /** Return a writer to standard output, for texts that are ours alone: help screens. */
    PrintWriter writer() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    /** Return a name that somebody chose, on one line. */
    public static String name(String name) {
        return clean(name).replace('\n', '\u2423');
    }

    /** Return {@code text} without characters that could move the cursor, change colours or the direction of writing. */
    public static String clean(String text) {
        return HIDDEN.matcher(text).replaceAll("\u2423");
    }
}
