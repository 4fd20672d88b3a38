package assay.reference.softmaxregression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Logistic;
import assay.reference.math.Softmax;
import assay.reference.math.Sums;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Every gradient of the sheet by central differences, h = 1e-5 max(1, |theta|), to 1e-6 of its scale. */
class SheetGradientsTest {
    private static final double BY_DIFFERENCES = 1e-6;

    @RepeatedTest(30)
    void gradient_of_the_logistic_loss(RepetitionInfo repetition) {
        LogisticGradient task = new LogisticGradient();
        Inputs in = drawn(task, repetition).and("y", repetition.getCurrentRepetition() % 5 / 4.0);
        assertDifferences(
                task, in, "w", "gradient", at -> task.solve(at).tensor("loss").item());
        assertDifferences(task, in, "w", "slope", at -> Logistic.sigmoid(Sums.dot(at.vector("w"), at.vector("x"))));
    }

    @RepeatedTest(30)
    void jacobian_of_softmax(RepetitionInfo repetition) {
        SoftmaxJacobian task = new SoftmaxJacobian();
        Inputs in = drawn(task, repetition);
        Tensor jacobian = task.solve(in).tensor("jacobian");
        for (int i = 0; i < jacobian.extent(0); i++) {
            int output = i;
            for (int j = 0; j < jacobian.extent(1); j++) {
                double quotient = quotient(in, "z", j, at -> Softmax.probabilities(at.vector("z"))[output]);
                assertEquals(quotient, jacobian.get(i, j), BY_DIFFERENCES);
            }
        }
    }

    @RepeatedTest(30)
    void gradient_of_the_softmax_loss_for_soft_targets(RepetitionInfo repetition) {
        SoftmaxGradient task = new SoftmaxGradient();
        Inputs drawn = drawn(task, repetition);
        Inputs in = drawn.and("y", Softmax.probabilities(drawn.vector("y")));
        assertDifferences(task, in, "W", "gradient", SheetGradientsTest::crossEntropy);
    }

    private static double crossEntropy(Inputs in) {
        double[][] w = in.matrix("W");
        double[] p = Softmax.probabilities(Sums.vector(w.length, k -> Sums.dot(w[k], in.vector("x"))));
        return -Sums.sum(p.length, k -> in.vector("y")[k] * StrictMath.log(p[k]));
    }

    @RepeatedTest(30)
    void gradients_of_batches(RepetitionInfo repetition) {
        for (ReferenceTask task : new ReferenceTask[] {new LogisticBatch(), new SoftmaxBatch()}) {
            Inputs in = drawn(task, repetition);
            String weights = task instanceof LogisticBatch ? "w" : "W";
            assertDifferences(
                    task,
                    in,
                    weights,
                    "gradient",
                    at -> task.solve(at).tensor("loss").item());
        }
    }

    @RepeatedTest(30)
    void gradient_of_the_objective_with_its_penalty(RepetitionInfo repetition) {
        PenaltyGradient task = new PenaltyGradient();
        Inputs in = drawn(task, repetition);
        ToDoubleFunction<Inputs> objective =
                at -> task.solve(at).tensor("objective").item();
        assertDifferences(task, in, "W", "gradient", objective);
        assertDifferences(
                task,
                in,
                "W",
                "gradient-half",
                at -> objective.applyAsDouble(at.and("strength", at.number("strength") / 2)));
    }

    private static Inputs drawn(ReferenceTask task, RepetitionInfo repetition) {
        return task.draw(new Draw(repetition.getCurrentRepetition()));
    }

    private static void assertDifferences(
            ReferenceTask task, Inputs in, String variable, String answer, ToDoubleFunction<Inputs> function) {
        Tensor gradient = task.solve(in).tensor(answer);
        Tensor scale = task.scale(in).tensor(answer);
        for (int i = 0; i < gradient.size(); i++) {
            assertEquals(
                    quotient(in, variable, i, function),
                    gradient.at(i),
                    BY_DIFFERENCES * Math.max(1, scale.at(i)),
                    answer + " at " + gradient.indexOf(i));
        }
    }

    private static double quotient(Inputs in, String variable, int entry, ToDoubleFunction<Inputs> function) {
        double h = 1e-5 * Math.max(1, Math.abs(in.tensor(variable).at(entry)));
        double above = function.applyAsDouble(moved(in, variable, entry, h));
        double below = function.applyAsDouble(moved(in, variable, entry, -h));
        return (above - below) / (2 * h);
    }

    private static Inputs moved(Inputs in, String variable, int entry, double by) {
        Tensor value = in.tensor(variable);
        double[] entries = value.toArray();
        entries[entry] += by;
        int[] shape = value.shape().stream().mapToInt(Integer::intValue).toArray();
        return in.and(variable, Tensor.of(shape, entries));
    }
}
