package assay.formula;

/** Say what is wrong with a formula that somebody wrote, and where. It has no stack trace: the place is in the formula. */
public final class FormulaException extends Exception {
    private static final long serialVersionUID = 1L;
    /** Shown on either side of the mistake. */
    private static final int WINDOW = 40;

    private final String text;
    private final int column;

    /** Say it of the formula {@code text}; {@code column} is 1-based, one more than the length for its end. */
    public FormulaException(String message, String text, int column) {
        super(message, null, false, false);
        this.text = text;
        this.column = Math.max(1, Math.min(column, text.length() + 1));
    }

    /** Return the message; never empty. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** Return where the mistake is: 1 for the first character of the whole text. */
    public int column() {
        return column;
    }

    /** Return three lines: the message, the line of the formula (at most 80 characters of it) and a caret below the mistake. */
    public String withCaret() {
        int at = column - 1;
        int lineStart = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
        int lineEnd = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
        int from = Math.max(lineStart, at - WINDOW);
        int to = Math.min(lineEnd, at + WINDOW);
        String before = (from > lineStart ? "..." : "") + Spelling.visible(text.substring(from, at));
        String after = Spelling.visible(text.substring(at, Math.max(at, to))) + (to < lineEnd ? "..." : "");
        return message() + "\n  " + before + after + "\n  " + " ".repeat(before.codePointCount(0, before.length()))
                + "^";
    }
}
