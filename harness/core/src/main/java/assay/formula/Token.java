package assay.formula;

/** Be one symbol of a formula; {@code column} is 1-based. */
record Token(Kind kind, String text, int column) {
    enum Kind {
        NUMBER,
        NAME,
        OPERATOR,
        OPEN,
        CLOSE,
        COMMA,
        OPEN_INDEX,
        CLOSE_INDEX,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean is(String symbol) {
        return kind == Kind.OPERATOR && text.equals(symbol);
    }

    /** Say whether a value begins here, so that a sign must stand before it. */
    boolean startsValue() {
        return kind == Kind.NUMBER || kind == Kind.NAME || kind == Kind.OPEN;
    }
}
