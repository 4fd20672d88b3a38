package assay.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Name the functions of one value; computed by {@link StrictMath}, the same bits on every machine. */
public enum FormulaFunction {
    /** Exponential. */
    EXP,
    /** Natural logarithm. */
    LN,
    /** Logarithm to the base 10. */
    LOG10,
    /** Square root. */
    SQRT,
    /** Sine of radians. */
    SIN,
    /** Cosine of radians. */
    COS,
    /** Tangent of radians. */
    TAN,
    /** Hyperbolic tangent. */
    TANH,
    /** Absolute value. */
    ABS,
    /** Logistic function 1/(1 + exp(-z)), without overflow on either side. */
    SIGMOID;

    /** Return the name in formulas, for example {@code "exp"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Compute it; NaN or infinite outside of its domain. */
    public double apply(double argument) {
        return switch (this) {
            case EXP -> StrictMath.exp(argument);
            case LN -> StrictMath.log(argument);
            case LOG10 -> StrictMath.log10(argument);
            case SQRT -> StrictMath.sqrt(argument);
            case SIN -> StrictMath.sin(argument);
            case COS -> StrictMath.cos(argument);
            case TAN -> StrictMath.tan(argument);
            case TANH -> StrictMath.tanh(argument);
            case ABS -> Math.abs(argument);
            case SIGMOID -> sigmoid(argument);
        };
    }

    /** Find the function with this name in formulas; {@code sigma} is {@code sigmoid}. */
    public static Optional<FormulaFunction> find(String word) {
        String sought = word.equals("sigma") ? "sigmoid" : word;
        return Arrays.stream(values()).filter(one -> one.word().equals(sought)).findFirst();
    }

    /** List the names in formulas. */
    public static List<String> words() {
        return Arrays.stream(values()).map(FormulaFunction::word).toList();
    }

    private static double sigmoid(double z) {
        double small = StrictMath.exp(-Math.abs(z));
        return (z < 0 ? small : 1) / (1 + small);
    }
}
