package assay.reference.lossestransfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Every derivative by central differences, h = 1e-5, to 1e-6 of its scale. */
class GradientsTest {
    private static final double H = 1e-5;
    private static final double BOUND = 1e-6;

    private static double difference(ToDoubleFunction<Double> function, double at, double h) {
        return (function.applyAsDouble(at + h) - function.applyAsDouble(at - h)) / (2 * h);
    }

    @Test
    void the_curvature_at_minus_2_is_that_of_the_table() {
        assertEquals(-0.118814, SquaredLoss.curvature(-2, 1, 1), 5e-7);
        assertEquals(0.125, SquaredLoss.curvature(0, 1, 1), 1e-16);
    }

    @RepeatedTest(50)
    void curvature_of_the_squared_error(RepetitionInfo repetition) {
        LossCurvature task = new LossCurvature();
        Inputs in = task.draw(new Draw(repetition.getCurrentRepetition()));
        double x = in.number("x");
        for (int y = 0; y < 2; y++) {
            int label = y;
            double slope =
                    difference(w -> 2 * Logistic.residual(w * x, label) * Logistic.slope(w * x) * x, in.number("w"), H);
            double scale = task.scale(in).tensor("label" + y).item();
            assertEquals(slope, task.solve(in).tensor("label" + y).item(), BOUND * scale);
        }
    }

    @RepeatedTest(50)
    void second_derivatives_of_two_linear_layers(RepetitionInfo repetition) {
        LinearHessian task = new LinearHessian();
        Inputs in = task.draw(new Draw(repetition.getCurrentRepetition()));
        double x = in.number("x");
        double y = in.number("y");
        double w1 = in.number("w1");
        double w2 = in.number("w2");
        Answers right = task.solve(in);
        Answers scale = task.scale(in);
        double twice = difference(v -> 2 * (w2 * v * x - y) * w2 * x, w1, H);
        double mixed = difference(v -> 2 * (v * w1 * x - y) * v * x, w2, H);
        assertEquals(
                twice, right.tensor("w1w1").item(), BOUND * scale.tensor("w1w1").item());
        assertEquals(
                mixed, right.tensor("w1w2").item(), BOUND * scale.tensor("w1w2").item());
    }

    @RepeatedTest(20)
    void gradients_of_the_dense_network(RepetitionInfo repetition) {
        DensePass task = new DensePass();
        Inputs in = task.draw(new Draw(repetition.getCurrentRepetition()));
        for (int l = 1; l <= 3; l++) {
            for (String name : new String[] {"w" + l, "b" + l}) {
                Tensor gradient = task.solve(in).tensor("d" + name);
                Tensor scale = task.scale(in).tensor("d" + name);
                for (int i = 0; i < gradient.size(); i++) {
                    int at = i;
                    double slope = difference(h -> loss(task, in, name, at, h), 0, H);
                    assertEquals(slope, gradient.at(i), BOUND * scale.at(i), name + " at " + i);
                }
            }
        }
    }

    private static double loss(DensePass task, Inputs in, String name, int at, double h) {
        return task.solve(moved(in, name, at, h)).tensor("loss").item();
    }

    private static Inputs moved(Inputs in, String name, int at, double h) {
        Tensor given = in.tensor(name);
        double[] entries = given.toArray();
        entries[at] += h;
        int[] shape = given.shape().stream().mapToInt(extent -> extent).toArray();
        return in.and(name, Tensor.of(shape, entries));
    }

    @RepeatedTest(20)
    void hessian_of_the_cross_entropy(RepetitionInfo repetition) {
        LossHessian task = new LossHessian();
        Inputs in = task.draw(new Draw(repetition.getCurrentRepetition()));
        Tensor hessian = task.solve(in).tensor("hessian");
        for (int i = 0; i < hessian.size(); i++) {
            int row = i / hessian.extent(1);
            int column = i % hessian.extent(1);
            double slope = difference(h -> gradient(moved(in, "w", column, h), row), 0, H);
            assertEquals(
                    slope,
                    hessian.at(i),
                    BOUND * task.scale(in).tensor("hessian").at(i));
        }
    }

    private static double gradient(Inputs in, int j) {
        double[][] x = in.matrix("x");
        double[] y = in.vector("y");
        return Sums.mean(x.length, p -> Logistic.residual(Sums.dot(in.vector("w"), x[p]), y[p]) * x[p][j]);
    }

    /** One step of the head moves it by the rate times the slope of the loss, and nothing else moves by a bit. */
    @RepeatedTest(20)
    void one_step_of_the_head_follows_the_loss(RepetitionInfo repetition) {
        TransferFreeze task = new TransferFreeze();
        Inputs in = task.draw(new Draw(repetition.getCurrentRepetition())).and("steps", 1);
        Answers right = task.solve(in);
        for (String name : new String[] {"head", "headbias"}) {
            Tensor before = in.tensor(name);
            for (int i = 0; i < before.size(); i++) {
                int at = i;
                double slope = difference(h -> new FrozenNet(moved(in, name, at, h), Optional.empty()).loss(), 0, H);
                assertEquals(
                        before.at(i) - in.number("rate") * slope,
                        right.tensor(name).at(i),
                        1e-9,
                        name);
            }
        }
        for (String frozen : new String[] {"w", "b", "gamma", "beta", "mean", "var"}) {
            assertArrayEquals(in.tensor(frozen).toArray(), right.tensor(frozen).toArray(), frozen);
        }
    }

    /** The slip that trains the body as well follows the loss in every parameter. */
    @RepeatedTest(20)
    void the_trained_body_follows_the_loss_too(RepetitionInfo repetition) {
        TransferFreeze task = new TransferFreeze();
        Inputs in = task.draw(new Draw(repetition.getCurrentRepetition())).and("steps", 1);
        Answers wrong = new FrozenNet(in, Optional.of(FrozenNet.Slip.BODY_TRAINED)).trained(1, in.number("rate"));
        for (String name : new String[] {"w", "b", "gamma", "beta"}) {
            Tensor before = in.tensor(name);
            for (int i = 0; i < before.size(); i++) {
                int at = i;
                double slope = difference(h -> new FrozenNet(moved(in, name, at, h), Optional.empty()).loss(), 0, H);
                assertEquals(
                        before.at(i) - in.number("rate") * slope,
                        wrong.tensor(name).at(i),
                        1e-9,
                        name);
            }
        }
    }
}
