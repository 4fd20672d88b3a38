package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.List;

/**
 * Solve the training part of 0.5: one pass of mini-batch gradient descent for softmax regression, in the given order.
 *
 * <p>The last batch may be smaller; its gradient is the mean over the samples that it has.
 */
public final class SoftmaxStep implements ReferenceTask {
    @Override
    public String id() {
        return "softmax/step";
    }

    /** Draw one full batch: a single step; the passes with a smaller last batch are edge cases. */
    @Override
    public Inputs draw(Draw draw) {
        int batch = draw.integer(2, 6);
        return inputs(draw, batch, batch);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase("last batch of 1", inputs(new Draw(5), 9, 4)),
                new EdgeCase("last batch of 3", inputs(new Draw(6), 8, 5)),
                new EdgeCase("fewer samples than a batch", inputs(new Draw(7), 3, 8)));
    }

    private static Inputs inputs(Draw draw, int samples, int batch) {
        int classes = draw.integer(3, 5);
        int d = draw.until(() -> draw.integer(2, 6), extent -> extent != classes);
        Tensor weights = draw.matrix(classes, d, () -> 0.5 * draw.normal());
        Tensor x = draw.matrix(samples, d, draw::normal);
        double[] labels = draw.vector(samples, () -> draw.integer(0, classes - 1));
        return Inputs.none()
                .and("weights", weights)
                .and("x", x)
                .and("labels", labels)
                .and("rate", draw.uniform(0.1, 0.5))
                .and("batch", batch);
    }

    @Override
    public Answers solve(Inputs in) {
        return new SoftmaxPass(in).answers();
    }

    /** Give |W| plus the sum of the absolute values of all updates, each |rate / B| sum (p + 1) |x|. */
    @Override
    public Answers scale(Inputs in) {
        Tensor weights = in.tensor("weights");
        double[][] x = in.matrix("x");
        int batch = Math.min(in.integer("batch"), x.length);
        double[] size = Sums.vector(weights.extent(1), j -> Sums.sum(x.length, i -> 2 * Math.abs(x[i][j])));
        double[] entries = Sums.vector(
                weights.size(),
                at -> Math.abs(weights.at(at)) + in.number("rate") / batch * size[at % weights.extent(1)]);
        return Answers.of("weights", Tensor.of(new int[] {weights.extent(0), weights.extent(1)}, entries));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "sigmoid-first",
                        "The logits have gone through a sigmoid before the loss, which applies softmax itself: the"
                                + " steps are too small and partly point elsewhere.",
                        in -> new SoftmaxPass(in).sigmoidFirst().answers()),
                new Mistake(
                        "softmax-twice",
                        "Softmax has been applied twice: the loss already contains it and has been fed probabilities.",
                        in -> new SoftmaxPass(in).softmaxTwice().answers()),
                new Mistake(
                        "sum-for-mean",
                        "The step is the sum over the batch; the loss of a batch is a mean.",
                        in -> new SoftmaxPass(in).dividingBy((size, full) -> 1).answers()),
                new Mistake(
                        "last-batch-divided-by-full",
                        "The smaller last batch is divided by the full batch size. Divide by the number of samples"
                                + " that it really has.",
                        in -> new SoftmaxPass(in)
                                .dividingBy((size, full) -> full)
                                .answers()),
                new Mistake(
                        "last-batch-dropped",
                        "The last samples have had no influence: the batch that is not full has been left out.",
                        in -> new SoftmaxPass(in).droppingLast().answers()),
                new Mistake(
                        "one-step-for-all",
                        "There is one update for all samples together. Update after each batch.",
                        in -> new SoftmaxPass(in.and("batch", in.matrix("x").length)).answers()),
                new Mistake(
                        "ascent",
                        "The step goes up the hill: the gradient is to be subtracted.",
                        in -> new SoftmaxPass(in.and("rate", -in.number("rate"))).answers()),
                new Mistake(
                        "label-only",
                        "Only the weights of the true classes have moved. Every class has a share in the denominator"
                                + " of softmax.",
                        in -> new SoftmaxPass(in).labelOnly().answers()));
    }
}
