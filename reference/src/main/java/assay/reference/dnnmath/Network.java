package assay.reference.dnnmath;

import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Hold a network y1 = sigma(A1 y0 + b1), y2 = sigma(A2 y1 + b2), y3 = A3 y2 + b3 with one output, and how sigma' is
 * taken in it: {@code slopes[l - 1]} for layers l = 1, 2, so that mistakes can take it elsewhere.
 *
 * @param weights A1 [n1, n0], A2 [n2, n1], A3 [1, n2]
 * @param outputs y0, y1, y2
 * @param slopes sigma' of layers 1 and 2, [n1] and [n2]
 */
record Network(List<double[][]> weights, List<double[]> outputs, List<double[]> slopes) {
    Network {
        weights = List.copyOf(weights);
        outputs = List.copyOf(outputs);
        slopes = List.copyOf(slopes);
    }

    /** Be the diagonal of a layer's slopes, computed from the network with the right ones. */
    @FunctionalInterface
    interface Slopes {
        double[] of(Network right, Inputs in, int layer);
    }

    /** Read the network of a case, with the right slopes. */
    static Network of(Inputs in) {
        List<double[][]> weights = List.of(in.matrix("A1"), in.matrix("A2"), in.matrix("A3"));
        List<double[]> outputs = List.of(in.vector("y0"), in.vector("y1"), in.vector("y2"));
        return new Network(
                weights,
                outputs,
                List.of(
                        mapped(before(weights.get(0), outputs.get(0), in.vector("b1")), Logistic::slope),
                        mapped(before(weights.get(1), outputs.get(1), in.vector("b2")), Logistic::slope)));
    }

    /** Return this network with other slopes. */
    Network with(Inputs in, Slopes other) {
        return new Network(weights, outputs, List.of(other.of(this, in, 1), other.of(this, in, 2)));
    }

    /** Return A y + b; where y is too long or too short for A, what has no partner is left out. */
    static double[] before(double[][] a, double[] y, double[] b) {
        return Sums.vector(a.length, i -> Sums.sum(Math.min(a[i].length, y.length), j -> a[i][j] * y[j]) + b[i]);
    }

    static double[] mapped(double[] z, DoubleUnaryOperator of) {
        return Sums.vector(z.length, i -> of.applyAsDouble(z[i]));
    }

    /** Return A of a layer, 1 to 3. */
    double[][] a(int layer) {
        return weights.get(layer - 1);
    }

    /** Return y of a layer, 0 to 2. */
    double[] y(int layer) {
        return outputs.get(layer);
    }

    /** Return sigma' of a layer, 1 or 2. */
    double[] slope(int layer) {
        return slopes.get(layer - 1);
    }

    /** Return dy_l / db_l = diag(sigma') [n_l, n_l], layers 1 and 2. */
    Tensor byBias(int layer) {
        double[] s = slope(layer);
        return Images.filled(new int[] {s.length, s.length}, at -> at[0] == at[1] ? s[at[0]] : 0);
    }

    /** Return dy_l / dy_(l-1) = diag(sigma') A_l [n_l, n_(l-1)], layers 1 and 2. */
    Tensor byInput(int layer) {
        double[] s = slope(layer);
        double[][] a = a(layer);
        return Images.filled(new int[] {a.length, a[0].length}, at -> s[at[0]] * a[at[0]][at[1]]);
    }

    /** Return dy_3 / dy_l as a vector [n_l], layers 1 and 2. */
    double[] outputBy(int layer) {
        double[] last = a(3)[0].clone();
        if (layer == 2) {
            return last;
        }
        double[][] a = a(2);
        return Sums.vector(a[0].length, j -> Sums.sum(a.length, i -> last[i] * slope(2)[i] * a[i][j]));
    }

    /** Return dy_3 / db_l as a vector [n_l], layers 1 and 2. */
    double[] outputByBias(int layer) {
        double[] by = outputBy(layer);
        return Sums.vector(by.length, i -> by[i] * slope(layer)[i]);
    }

    /** Return this network with the absolute values of all numbers: its derivatives are the scales of the right ones. */
    Network absolute() {
        return new Network(
                weights.stream().map(Network::absolute).toList(),
                outputs.stream().map(y -> mapped(y, Math::abs)).toList(),
                slopes);
    }

    private static double[][] absolute(double[][] a) {
        return Tensor.matrix(a).map(Math::abs).toRows();
    }

    /** Draw a network with unlike widths in a row, no zero among its numbers, and outputs apart. */
    static Inputs draw(Draw draw) {
        int n0 = draw.integer(2, 4);
        int n1 = draw.until(() -> draw.integer(2, 4), n -> n != n0);
        int n2 = draw.until(() -> draw.integer(2, 4), n -> n != n1);
        return inputs(
                List.of(
                        draw.matrix(n1, n0, () -> draw.signed(0.3, 1.5)),
                        draw.matrix(n2, n1, () -> draw.signed(0.3, 1.5)),
                        draw.matrix(1, n2, () -> draw.signed(0.3, 1.5))),
                List.of(
                        draw.vector(n1, () -> draw.signed(0.1, 1)),
                        draw.vector(n2, () -> draw.signed(0.1, 1)),
                        draw.vector(1, () -> draw.signed(0.1, 1))),
                draw.vector(n0, () -> draw.signed(0.3, 1.5)));
    }

    /** Try one network whose numbers are known by hand, and a narrow one. */
    static List<EdgeCase> edgeCases() {
        Inputs byHand = inputs(
                List.of(
                        Tensor.matrix(new double[] {0.5, -1}, new double[] {2, 0.25}, new double[] {-0.75, 1}),
                        Tensor.matrix(new double[] {1, -0.5, 0.25}, new double[] {0.5, 1.5, -1}),
                        Tensor.matrix(new double[] {2, -1})),
                List.of(new double[] {0.1, -0.2, 0.3}, new double[] {0, 0.5}, new double[] {-0.25}),
                new double[] {1, -0.5});
        Inputs narrow = inputs(
                List.of(
                        Tensor.matrix(new double[] {0.5, -1.25, 0.75}),
                        Tensor.matrix(new double[] {1.5}, new double[] {-2}),
                        Tensor.matrix(new double[] {0.25, 1})),
                List.of(new double[] {0.4}, new double[] {-0.3, 0.2}, new double[] {1}),
                new double[] {2, 1, -1});
        return List.of(new EdgeCase("by hand", byHand), new EdgeCase("one unit in the first layer", narrow));
    }

    private static Inputs inputs(List<Tensor> a, List<double[]> b, double[] y0) {
        double[] y1 = mapped(before(a.get(0).toRows(), y0, b.get(0)), Logistic::sigmoid);
        double[] y2 = mapped(before(a.get(1).toRows(), y1, b.get(1)), Logistic::sigmoid);
        return Inputs.none()
                .and("A1", a.get(0))
                .and("b1", b.get(0))
                .and("A2", a.get(1))
                .and("b2", b.get(1))
                .and("A3", a.get(2))
                .and("b3", b.get(2))
                .and("y0", y0)
                .and("y1", y1)
                .and("y2", y2);
    }

    /** Return a vector as a row [1, n]. */
    static Tensor row(double[] vector) {
        return Tensor.matrix(vector);
    }
}
