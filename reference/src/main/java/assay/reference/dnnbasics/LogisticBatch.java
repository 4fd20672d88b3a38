package assay.reference.dnnbasics;

import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/** Read a batch for logistic regression: weights w [d], inputs x [P, d], labels y [P]. */
final class LogisticBatch {
    final double[] w;
    final double[][] x;
    final double[] y;

    /** Read it from the inputs of a task. */
    LogisticBatch(Inputs in) {
        this(in.vector("w"), in.matrix("x"), in.vector("y"));
    }

    /** Keep the arrays as they are. */
    LogisticBatch(double[] w, double[][] x, double[] y) {
        this.w = w;
        this.x = x;
        this.y = y;
    }

    /** Draw a batch with normal entries and both kinds of labels where there is room for both. */
    static Inputs draw(Draw draw, int samples, int d) {
        double[] w = draw.vector(d, draw::normal);
        Tensor x = draw.matrix(samples, d, draw::normal);
        int first = draw.integer(0, 1);
        double[] y = draw.vector(samples, () -> draw.choice(List.of(0, 1)));
        y[0] = first;
        if (samples > 1) {
            y[1] = 1 - first;
        }
        return inputs(w, x, y);
    }

    /** Name the three arrays. */
    static Inputs inputs(double[] w, Tensor x, double[] y) {
        return Inputs.none().and("w", w).and("x", x).and("y", y);
    }

    int samples() {
        return x.length;
    }

    int d() {
        return w.length;
    }

    double z(int p) {
        return Sums.dot(w, x[p]);
    }

    double residual(int p) {
        return Logistic.residual(z(p), y[p]);
    }

    /** Return sum over p of factor(p) x_p, a vector [d]. */
    double[] combine(IntToDoubleFunction factor) {
        double[] factors = Sums.vector(samples(), factor);
        return Sums.vector(d(), j -> Sums.sum(samples(), p -> factors[p] * x[p][j]));
    }

    /** Return sum over p of |factor(p) x_p|, a vector [d]. */
    double[] combineMagnitudes(IntToDoubleFunction factor) {
        double[] factors = Sums.vector(samples(), factor);
        return Sums.vector(d(), j -> Sums.sum(samples(), p -> Math.abs(factors[p] * x[p][j])));
    }

    /** Return X^T diag(weight) X, a matrix [d, d]. */
    Tensor outer(double[] weight) {
        return outer(weight, value -> value);
    }

    /** Return the same with every summand replaced by its absolute value. */
    Tensor outerMagnitudes(double[] weight) {
        return outer(weight, Math::abs);
    }

    private Tensor outer(double[] weight, DoubleUnaryOperator of) {
        double[] entries = Sums.vector(
                d() * d(),
                at -> Sums.sum(samples(), p -> of.applyAsDouble(weight[p] * x[p][at / d()] * x[p][at % d()])));
        return Tensor.of(new int[] {d(), d()}, entries);
    }
}
