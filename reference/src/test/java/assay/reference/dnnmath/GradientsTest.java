package assay.reference.dnnmath;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Every derivative of the sheet agrees with central differences, h = 1e-5. */
class GradientsTest {
    private static final double H = 1e-5;
    private static final double BOUND = 1e-8; // measured: below 5e-10 of numbers of size 1

    private static Inputs moved(Inputs in, String name, int position, double by) {
        Tensor tensor = in.tensor(name);
        double[] entries = tensor.toArray();
        entries[position] += by;
        int[] shape = tensor.shape().stream().mapToInt(Integer::intValue).toArray();
        return in.and(name, Tensor.of(shape, entries));
    }

    private static double difference(Inputs in, String name, int position, ToDoubleFunction<Inputs> value) {
        return (value.applyAsDouble(moved(in, name, position, H)) - value.applyAsDouble(moved(in, name, position, -H)))
                / (2 * H);
    }

    private static void assertGradient(Tensor gradient, Inputs in, String name, ToDoubleFunction<Inputs> value) {
        assertEquals(gradient.size(), in.tensor(name).size(), name);
        for (int i = 0; i < gradient.size(); i++) {
            assertEquals(difference(in, name, i, value), gradient.at(i), BOUND, name + " " + i);
        }
    }

    private static double[] layer(Inputs in, int l, double[] y) {
        return Network.mapped(Network.before(in.matrix("A" + l), y, in.vector("b" + l)), Logistic::sigmoid);
    }

    private static double output(Inputs in, double[] y2) {
        return Network.before(in.matrix("A3"), y2, in.vector("b3"))[0];
    }

    private static double output(Inputs in) {
        return output(in, layer(in, 2, layer(in, 1, in.vector("y0"))));
    }

    @RepeatedTest(20)
    void of_the_output_by_all_weights_and_biases(RepetitionInfo repetition) {
        Inputs in = Network.draw(new Draw(repetition.getCurrentRepetition()));
        Answers answers = new MlpWeights().solve(in);
        for (String name : new String[] {"A1", "A2", "A3", "b1", "b2"}) {
            assertGradient(answers.tensor("dy3-d" + name), in, name, GradientsTest::output);
        }
    }

    @RepeatedTest(20)
    void of_each_layer_by_its_bias_and_input(RepetitionInfo repetition) {
        Inputs in = Network.draw(new Draw(repetition.getCurrentRepetition()));
        Answers answers = new MlpJacobians().solve(in);
        for (int l = 1; l <= 2; l++) {
            int layer = l;
            String input = "y" + (l - 1);
            Tensor byBias = answers.tensor("dy" + l + "-db" + l);
            Tensor byInput = answers.tensor("dy" + l + "-d" + input);
            for (int i = 0; i < byBias.extent(0); i++) {
                int unit = i;
                ToDoubleFunction<Inputs> value = at -> layer(at, layer, at.vector(input))[unit];
                assertGradient(row(byBias, i), in, "b" + l, value);
                assertGradient(row(byInput, i), in, input, value);
            }
        }
        assertGradient(answers.tensor("dy3-dy1"), in, "y1", at -> output(at, layer(at, 2, at.vector("y1"))));
    }

    private static Tensor row(Tensor matrix, int i) {
        return Tensor.vector(matrix.toRows()[i]);
    }

    @RepeatedTest(20)
    void of_both_losses_by_the_bias(RepetitionInfo repetition) {
        PairLosses task = new PairLosses();
        Inputs in = task.draw(new Draw(repetition.getCurrentRepetition()));
        for (String loss : new String[] {"kl", "mse"}) {
            double sum = Sums.sum(
                    in.vector("z").length,
                    i -> difference(
                            in, "z", i, at -> task.solve(at).tensor(loss).item()));
            assertEquals(sum, task.solve(in).tensor("d" + loss).item(), BOUND);
        }
    }

    @RepeatedTest(10)
    void of_a_masked_convolution_by_its_weights(RepetitionInfo repetition) {
        MaskedConvolution task = new MaskedConvolution();
        Inputs in = task.draw(new Draw(repetition.getCurrentRepetition()));
        assertGradient(
                task.solve(in).tensor("gradient"),
                in,
                "weights",
                at -> Sums.dot(
                        at.tensor("g").toArray(),
                        task.solve(at).tensor("output").toArray()));
    }

    @RepeatedTest(10)
    void of_one_step_of_descent(RepetitionInfo repetition) {
        LossSteps task = new LossSteps();
        Inputs drawn = task.draw(new Draw(repetition.getCurrentRepetition()));
        double[] x = drawn.matrix("x")[0];
        Inputs in = drawn.and("x", new double[][] {x}).and("y", new double[] {-1});
        double[] w = in.vector("w");
        ToDoubleFunction<Inputs> mse = at -> PairLoss.MSE.value().at(Sums.dot(at.vector("w"), x), -1);
        for (int j = 0; j < w.length; j++) {
            double expected = w[j] - in.number("rate") * difference(in, "w", j, mse);
            assertEquals(expected, task.solve(in).tensor("mse").at(j), BOUND);
        }
    }
}
