package assay.reference.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.TrainingSet;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainedTaskTest {
    private static final TrainingSet POOL = Blobs.draw(2, 50);
    private static final ReferenceTask TASK = new SoftmaxDigits().on("blobs", Blobs.draw(1, 60), POOL, 20);

    @Test
    void a_request_brings_different_images_of_the_pool_and_no_label() {
        Inputs in = TASK.draw(new Draw(5));
        List<byte[]> images = POOL.images(in);
        assertEquals(20, images.stream().map(Arrays::hashCode).distinct().count());
        assertEquals(
                List.of("training", "seed", "images"),
                List.copyOf(in.fields().byName().keySet()));
    }

    @Test
    void what_is_easy_is_learned_without_a_fault() {
        Inputs in = TASK.draw(new Draw(5));
        Tensor hits = TASK.compared(in, TASK.solve(in)).tensor("predictions");
        assertEquals(20, (int) Arrays.stream(hits.toArray()).sum());
    }

    @Test
    void a_wrong_label_is_no_hit() {
        Inputs in = TASK.draw(new Draw(5));
        Tensor wrong = TASK.solve(in).tensor("predictions").map(label -> 1 - label);
        Tensor hits = TASK.compared(in, Answers.of("predictions", wrong)).tensor("predictions");
        assertEquals(0, (int) Arrays.stream(hits.toArray()).sum());
    }

    @Test
    void the_loss_before_any_step_is_that_of_two_equal_chances() {
        double[] losses = TASK.solve(TASK.draw(new Draw(5))).tensor("losses").toArray();
        assertEquals(Math.log(2), losses[0], 1e-12);
        assertTrue(losses[losses.length - 1] < 0.1 * losses[0]);
    }

    @Test
    void one_step_of_softmax_regression_goes_down_the_difference_quotient() {
        assertGradient(new SoftmaxModel(784, 2));
    }

    @Test
    void one_step_of_the_net_goes_down_the_difference_quotient() {
        Random random = new Random(3);
        DropoutModel model = new DropoutModel(784, 6, 2, 0, random);
        double[] moved = model.parameters();
        for (int i = 784 * 6; i < moved.length; i++) {
            moved[i] = random.nextGaussian() * 0.3;
        }
        model.restore(moved);
        assertGradient(model);
    }

    @Test
    void one_step_of_the_convolutional_net_goes_down_the_difference_quotient() {
        Random random = new Random(3);
        ConvolutionModel model = new ConvolutionModel(8, 2, random);
        double[] moved = model.parameters();
        for (int i = 5 * 5 * 8; i < moved.length; i++) {
            moved[i] = random.nextGaussian() * 0.3;
        }
        model.restore(moved);
        assertGradient(model);
    }

    @Test
    void the_convolutional_net_has_the_parameters_of_its_layers() {
        assertEquals(5 * 5 * 8 + 8 + 6 * 6 * 8 * 10 + 10, new ConvolutionModel(8, 10, new Random(1)).size());
    }

    private static void assertGradient(Classifier model) {
        TrainingSet set = Blobs.draw(4, 8);
        Pictures pictures = Pictures.of(set);
        int[] labels = TrainedTask.labels(set);
        double[] before = model.parameters();
        model.step(pictures, labels, IntStream.range(0, 8).toArray(), 1, new Random(1));
        double[] after = model.parameters();
        double h = 1e-5;
        for (int i = 0; i < before.length; i += 97) {
            double[] shifted = before.clone();
            shifted[i] += h;
            model.restore(shifted);
            double above = model.loss(pictures, labels, 0, 8);
            shifted[i] -= 2 * h;
            model.restore(shifted);
            double below = model.loss(pictures, labels, 0, 8);
            assertEquals((above - below) / (2 * h), before[i] - after[i], 1e-7, "parameter " + i);
        }
    }

    @Test
    void early_stopping_is_told_from_stopping_by_the_loss_before() {
        ReferenceTask task = new TwoThree().on("blobs", Blobs.draw(1, 60), POOL, 20);
        Answers right = Answers.of("validation-losses", new double[] {5, 4, 3, 3, 3, 3, 3, 3})
                .and("best", 2);
        Answers early =
                Answers.of("validation-losses", new double[] {5, 4, 3, 3, 3}).and("best", 2);
        Answers late = Answers.of("validation-losses", new double[] {5, 3, 4, 3.9, 3.8, 3.7, 3.6, 3.5})
                .and("best", 1);
        Inputs in = Inputs.none();
        assertTrue(claim(task, in, right).isEmpty());
        assertTrue(claim(task, in, right.and("best", 3)).contains("smallest validation loss"));
        assertTrue(claim(task, in, early).contains("must pass first"));
        assertTrue(claim(task, in, late).contains("the training went on"));
    }

    private static String claim(ReferenceTask task, Inputs in, Answers answers) {
        return java.util.Objects.requireNonNull(task.claims().get("early-stopping"))
                .objection(in, answers)
                .orElse("");
    }
}
