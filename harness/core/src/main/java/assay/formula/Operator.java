package assay.formula;

/** Name the operations on two values. */
public enum Operator {
    /** a + b. */
    ADD("+", "add", 1),
    /** a - b. */
    SUBTRACT("-", "sub", 1),
    /** a * b. */
    MULTIPLY("*", "mul", 2),
    /** a / b. */
    DIVIDE("/", "div", 2),
    /** a ^ b. */
    POWER("^", "pow", 4);

    private final String symbol;
    private final String word;
    private final int precedence;

    Operator(String symbol, String word, int precedence) {
        this.symbol = symbol;
        this.word = word;
        this.precedence = precedence;
    }

    /** Return the sign between the operands. */
    public String symbol() {
        return symbol;
    }

    /** Return the name in the spelled form, for example {@code "add"}. */
    public String word() {
        return word;
    }

    /** Say whether the operands may be exchanged. */
    public boolean commutative() {
        return this == ADD || this == MULTIPLY;
    }

    /** Compute it in doubles; powers by {@link StrictMath}, the same bits on every machine. */
    public double apply(double left, double right) {
        return switch (this) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case POWER -> StrictMath.pow(left, right);
        };
    }

    int precedence() {
        return precedence;
    }
}
