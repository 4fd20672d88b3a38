package assay.reference.dnnbasics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.reference.math.Logistic;
import assay.reference.math.Softmax;
import assay.reference.math.Sums;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Every gradient twice: by central differences, h = 1e-5 max(1, |theta|), to 1e-6 of its scale, and by automatic differentiation. */
class DerivativesTest {
    private static final double BY_DIFFERENCES = 1e-6;
    private static final double BY_RULES = 1e-13;

    @RepeatedTest(50)
    void gradient_of_one_sample(RepetitionInfo repetition) {
        BceGradient task = new BceGradient();
        Inputs in = task.draw(new Draw(repetition.getCurrentRepetition()));
        assertDifferences(
                in,
                "w",
                task.solve(in).tensor("gradient"),
                task.scale(in).tensor("gradient"),
                at -> task.solve(at).tensor("loss").item());
    }

    @RepeatedTest(50)
    void gradient_of_a_batch(RepetitionInfo repetition) {
        BceBatchGradient task = new BceBatchGradient();
        Inputs in = task.draw(new Draw(repetition.getCurrentRepetition()));
        assertDifferences(
                in,
                "w",
                task.solve(in).tensor("gradient"),
                task.scale(in).tensor("gradient"),
                DerivativesTest::meanLoss);
    }

    private static double meanLoss(Inputs in) {
        LogisticBatch batch = new LogisticBatch(in);
        return Sums.mean(batch.samples(), p -> Logistic.loss(batch.z(p), batch.y[p]));
    }

    @RepeatedTest(50)
    void hessian_as_the_derivative_of_the_gradient(RepetitionInfo repetition) {
        BceHessian task = new BceHessian();
        Inputs in = task.draw(new Draw(repetition.getCurrentRepetition()));
        Tensor hessian = task.solve(in).tensor("hessian");
        Tensor scale = task.scale(in).tensor("hessian");
        for (int i = 0; i < hessian.extent(0); i++) {
            int row = i;
            assertDifferences(
                    in,
                    "w",
                    row(hessian, i),
                    row(scale, i),
                    at -> new BceBatchGradient().solve(at).tensor("gradient").at(row));
        }
    }

    private static Tensor row(Tensor matrix, int i) {
        return Tensor.vector(matrix.toRows()[i]);
    }

    @RepeatedTest(50)
    void partial_derivatives_of_the_graph_by_differences(RepetitionInfo repetition) {
        GraphPartials task = new GraphPartials();
        Inputs in = task.draw(new Draw(repetition.getCurrentRepetition()));
        for (char parameter : new char[] {'a', 'b', 'c', 'd', 'm', 'n'}) {
            assertDifferences(
                    in,
                    String.valueOf(parameter),
                    task.solve(in).tensor("d" + parameter),
                    task.scale(in).tensor("d" + parameter),
                    at -> new GraphVariables().solve(at).tensor("loss").item());
        }
    }

    @RepeatedTest(50)
    void partial_derivatives_of_the_graph_by_automatic_differentiation(RepetitionInfo repetition) {
        GraphPartials task = new GraphPartials();
        Inputs in = task.draw(new Draw(repetition.getCurrentRepetition()));
        DerivativeStructure loss = automatic(in);
        for (int k = 0; k < 6; k++) {
            int[] orders = new int[6];
            orders[k] = 1;
            String name = "d" + GraphPoint.PARAMETERS.charAt(k);
            assertEquals(
                    loss.getPartialDerivative(orders),
                    task.solve(in).tensor(name).item(),
                    BY_RULES * task.scale(in).tensor(name).item() * 10,
                    name);
        }
    }

    private static DerivativeStructure automatic(Inputs in) {
        DerivativeStructure[] p = new DerivativeStructure[6];
        for (int k = 0; k < 6; k++) {
            p[k] = new DerivativeStructure(6, 1, k, in.number(GraphPoint.PARAMETERS.substring(k, k + 1)));
        }
        DerivativeStructure loss = new DerivativeStructure(6, 1, 0.0);
        double[] y = in.vector("y");
        for (int i = 0; i < y.length; i++) {
            double x = in.vector("x")[i];
            DerivativeStructure quotient = p[0].exp().divide(p[1].multiply(x).sqrt());
            DerivativeStructure logarithm = p[2].multiply(x).add(p[3]).log();
            DerivativeStructure wave = p[4].multiply(p[5].multiply(Math.exp(x)).sin());
            DerivativeStructure miss = quotient.multiply(logarithm).add(wave).subtract(y[i]);
            loss = loss.add(miss.multiply(miss));
        }
        return loss;
    }

    @RepeatedTest(50)
    void derivatives_of_the_squared_error(RepetitionInfo repetition) {
        LinregDerivatives task = new LinregDerivatives();
        Inputs in = task.draw(new Draw(repetition.getCurrentRepetition()));
        ToDoubleFunction<Inputs> loss = at -> new Points(at).loss(at.number("w0"), at.number("w1"));
        for (String name : new String[] {"w0", "w1"}) {
            assertDifferences(
                    in, name, task.solve(in).tensor("d" + name), task.scale(in).tensor("d" + name), loss);
        }
    }

    @RepeatedTest(20)
    void the_slope_of_a_softmax_step(RepetitionInfo repetition) {
        SoftmaxStep task = new SoftmaxStep();
        Inputs in = task.draw(new Draw(repetition.getCurrentRepetition()));
        Tensor before = in.tensor("weights");
        Tensor after = task.solve(in).tensor("weights");
        double[] gradient = Sums.vector(before.size(), i -> (before.at(i) - after.at(i)) / in.number("rate"));
        assertDifferences(
                in,
                "weights",
                Tensor.vector(gradient),
                Tensor.vector(task.scale(in).tensor("weights").toArray()).map(s -> s / in.number("rate")),
                DerivativesTest::meanCrossEntropy);
    }

    private static double meanCrossEntropy(Inputs in) {
        double[][] weights = in.matrix("weights");
        double[][] x = in.matrix("x");
        double[] labels = in.vector("labels");
        return Sums.mean(
                x.length,
                i -> Softmax.loss(Sums.vector(weights.length, k -> Sums.dot(weights[k], x[i])), (int) labels[i]));
    }

    /** Compare a gradient with central differences of {@code function} by the entries of the input {@code name}. */
    private static void assertDifferences(
            Inputs in, String name, Tensor gradient, Tensor scale, ToDoubleFunction<Inputs> function) {
        double[] theta = in.tensor(name).toArray();
        int[] shape =
                in.tensor(name).shape().stream().mapToInt(Integer::intValue).toArray();
        for (int k = 0; k < theta.length; k++) {
            double h = 1e-5 * Math.max(1, Math.abs(theta[k]));
            double right = function.applyAsDouble(in.and(name, moved(shape, theta, k, h)));
            double left = function.applyAsDouble(in.and(name, moved(shape, theta, k, -h)));
            assertEquals(
                    (right - left) / (2 * h),
                    gradient.at(k),
                    BY_DIFFERENCES * scale.at(k),
                    name + "[" + k + "] of " + in);
        }
    }

    private static Tensor moved(int[] shape, double[] theta, int k, double by) {
        double[] moved = theta.clone();
        moved[k] += by;
        return Tensor.of(shape, moved);
    }
}
