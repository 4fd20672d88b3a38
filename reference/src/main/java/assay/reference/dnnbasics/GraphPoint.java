package assay.reference.dnnbasics;

import assay.api.Inputs;
import assay.reference.math.Sums;
import java.util.function.IntToDoubleFunction;

/** Read a point of the computational graph and name what its derivatives are made of, per sample i. */
final class GraphPoint {
    static final String PARAMETERS = "abcdmn";

    final double a;
    final double b;
    final double c;
    final double d;
    final double m;
    final double n;
    private final double[] x;
    private final double[] y;
    private final double[] yhat;

    /** Read it from the inputs of the task. */
    GraphPoint(Inputs in) {
        this.a = in.number("a");
        this.b = in.number("b");
        this.c = in.number("c");
        this.d = in.number("d");
        this.m = in.number("m");
        this.n = in.number("n");
        this.x = in.vector("x");
        this.y = in.vector("y");
        this.yhat = in.vector("yhat");
    }

    /** Return e^a / sqrt(b x) ln(c x + d) + m sin(n e^x), the prediction for each x, in the order a, b, c, d, m, n. */
    static double[] predictions(double[] abcdmn, double[] x) {
        return Sums.vector(
                x.length,
                i -> StrictMath.exp(abcdmn[0])
                                / StrictMath.sqrt(abcdmn[1] * x[i])
                                * StrictMath.log(abcdmn[2] * x[i] + abcdmn[3])
                        + abcdmn[4] * StrictMath.sin(abcdmn[5] * StrictMath.exp(x[i])));
    }

    /** Return the predictions for the inputs of a task. */
    static double[] predictions(Inputs in) {
        double[] abcdmn = Sums.vector(PARAMETERS.length(), k -> in.number(PARAMETERS.substring(k, k + 1)));
        return predictions(abcdmn, in.vector("x"));
    }

    int samples() {
        return x.length;
    }

    double sum(IntToDoubleFunction term) {
        return Sums.sum(x.length, term);
    }

    double x(int i) {
        return x[i];
    }

    /** The derivative of the squared residual, 2 (yhat - y). */
    double r(int i) {
        return 2 * (yhat[i] - y[i]);
    }

    /** The root sqrt(b x). */
    double root(int i) {
        return StrictMath.sqrt(b * x[i]);
    }

    /** The argument of the logarithm, c x + d. */
    double inner(int i) {
        return c * x[i] + d;
    }

    /** The logarithm ln(c x + d). */
    double log(int i) {
        return StrictMath.log(inner(i));
    }

    double expA() {
        return StrictMath.exp(a);
    }

    double expX(int i) {
        return StrictMath.exp(x[i]);
    }

    /** The angle n e^x. */
    double angle(int i) {
        return n * expX(i);
    }

    double sin(int i) {
        return StrictMath.sin(angle(i));
    }

    double cos(int i) {
        return StrictMath.cos(angle(i));
    }

    /** Return the summand of sample i in the derivative by {@code parameter}. */
    double term(char parameter, int i) {
        return switch (parameter) {
            case 'a' -> r(i) * expA() * log(i) / root(i);
            case 'b' -> -r(i) * expA() * log(i) / (2 * b * root(i));
            case 'c' -> r(i) * expA() * x(i) / (root(i) * inner(i));
            case 'd' -> r(i) * expA() / (root(i) * inner(i));
            case 'm' -> r(i) * sin(i);
            case 'n' -> r(i) * m * expX(i) * cos(i);
            default -> throw new IllegalArgumentException("no parameter is called " + parameter);
        };
    }
}
