package assay.reference.backprop;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Softmax;
import assay.reference.math.Sums;
import java.util.List;
import java.util.function.Function;

/** Solve 2.4, the loss: log-softmax of each row of logits, the mean negative log-likelihood, its derivatives by the logits. */
public final class LogSoftmaxLoss implements ReferenceTask {
    @Override
    public String id() {
        return "loss/log-softmax";
    }

    /** Take two rows or more (one hides the wrong axis and the mean), and logits that differ by more than rounding. */
    @Override
    public Inputs draw(Draw draw) {
        int n = draw.integer(2, 5);
        int k = draw.integer(3, 6);
        return inputs(draw.matrix(n, k, () -> draw.uniform(-3, 3)), draw.vector(n, () -> draw.integer(0, k - 1)));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase("all logits 0", inputs(Tensor.matrix(new double[10]), new double[] {3})),
                new EdgeCase(
                        "logits of 1000",
                        inputs(
                                Tensor.matrix(new double[] {1000, 0, -1000}, new double[] {-1000, -1001, -1002}),
                                new double[] {1, 0})));
    }

    private static Inputs inputs(Tensor logits, double[] labels) {
        return Inputs.none().and("logits", logits).and("labels", labels);
    }

    /** Be one number of the answer from the logits of its row, the label and the column. */
    @FunctionalInterface
    private interface Entry {
        double of(double[] logits, int label, int column);
    }

    private static Tensor matrix(Inputs in, Entry entry) {
        double[][] logits = in.matrix("logits");
        double[] labels = in.vector("labels");
        double[][] rows = new double[logits.length][];
        for (int n = 0; n < rows.length; n++) {
            double[] row = logits[n];
            int label = (int) labels[n];
            rows[n] = Sums.vector(row.length, k -> entry.of(row, label, k));
        }
        return Tensor.matrix(rows);
    }

    /** Return the mean over the rows of the entries at the labels. */
    private static double meanAtLabels(Inputs in, Tensor matrix) {
        double[] labels = in.vector("labels");
        return Sums.mean(labels.length, n -> matrix.get(n, (int) labels[n]));
    }

    private static Tensor logSoftmax(Inputs in) {
        return matrix(in, (row, label, k) -> -Softmax.loss(row, k));
    }

    private static Tensor gradient(Inputs in) {
        int n = in.vector("labels").length;
        return matrix(in, (row, label, k) -> residual(row, label, k) / n);
    }

    /** Return the probability minus 1 at the label; there it is minus the sum of the others, so nothing cancels. */
    private static double residual(double[] row, int label, int k) {
        double[] p = Softmax.probabilities(row);
        return k == label ? -Sums.sum(p.length, j -> j == label ? 0 : p[j]) : p[k];
    }

    @Override
    public Answers solve(Inputs in) {
        Tensor logs = logSoftmax(in);
        return Answers.of("log-softmax", logs)
                .and("loss", -meanAtLabels(in, logs))
                .and("gradient", gradient(in));
    }

    /** Measure a logarithm by the logits it is the difference of, a derivative by the probability and the 1. */
    @Override
    public Answers scale(Inputs in) {
        int n = in.vector("labels").length;
        Tensor logs = matrix(in, (row, label, k) -> 1 + 2 * Sums.largest(row) + StrictMath.log(row.length));
        return Answers.of("log-softmax", logs)
                .and("loss", meanAtLabels(in, logs))
                .and(
                        "gradient",
                        matrix(in, (row, label, k) -> (Softmax.probabilities(row)[k] + (k == label ? 1 : 0)) / n));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                wrong(
                        "probabilities",
                        "These are the probabilities, without the logarithm.",
                        "log-softmax",
                        in -> matrix(in, (row, label, k) -> Softmax.probabilities(row)[k])),
                wrong(
                        "softmax-twice",
                        "Softmax stands there twice: log-softmax takes the logits, not probabilities.",
                        "log-softmax",
                        LogSoftmaxLoss::twice),
                wrong(
                        "wrong-axis",
                        "Softmax runs over the samples. The classes of one sample, a row, are what adds up to 1.",
                        "log-softmax",
                        LogSoftmaxLoss::overSamples),
                wrong(
                        "loss-of-probabilities",
                        "The loss is the mean of minus the probabilities: it is negative, which no log-likelihood of a"
                                + " class gives. The loss takes logarithms of probabilities.",
                        "loss",
                        in -> Tensor.scalar(
                                -meanAtLabels(in, matrix(in, (row, label, k) -> Softmax.probabilities(row)[k])))),
                wrong(
                        "loss-softmax-twice",
                        "Softmax stands there twice: a loss that applies log-softmax itself must be given the logits.",
                        "loss",
                        in -> Tensor.scalar(-meanAtLabels(in, twice(in)))),
                wrong(
                        "loss-sign",
                        "The loss has the opposite sign: it is the negative log-likelihood.",
                        "loss",
                        in -> Tensor.scalar(meanAtLabels(in, logSoftmax(in)))),
                wrong(
                        "loss-sum-for-mean",
                        "The loss is summed over the samples; this task wants the mean.",
                        "loss",
                        in -> Tensor.scalar(-meanAtLabels(in, logSoftmax(in)) * in.vector("labels").length)),
                wrong(
                        "gradient-sum-for-mean",
                        "Every entry is N times too large: the loss is the mean over the N samples.",
                        "gradient",
                        in -> matrix(in, LogSoftmaxLoss::residual)),
                wrong(
                        "gradient-sign",
                        "Every entry has the opposite sign: look at the order of the two terms.",
                        "gradient",
                        in -> gradient(in).map(entry -> -entry)),
                wrong(
                        "without-label",
                        "These are the probabilities over N; the label has not come in yet.",
                        "gradient",
                        in -> matrix(
                                in, (row, label, k) -> Softmax.probabilities(row)[k] / in.vector("labels").length)),
                wrong(
                        "by-log-probabilities",
                        "This is the derivative by the logarithms of the probabilities. It still has to pass log-softmax, in"
                                + " which every output depends on every logit.",
                        "gradient",
                        in -> matrix(in, (row, label, k) -> (k == label ? -1.0 : 0.0) / in.vector("labels").length)));
    }

    private static Tensor twice(Inputs in) {
        return matrix(in, (row, label, k) -> -Softmax.loss(Softmax.probabilities(row), k));
    }

    private static Tensor overSamples(Inputs in) {
        double[][] columns = in.tensor("logits").transposed().toRows();
        double[][] rows = new double[columns.length][];
        for (int k = 0; k < rows.length; k++) {
            double[] column = columns[k];
            rows[k] = Sums.vector(column.length, n -> -Softmax.loss(column, n));
        }
        return Tensor.matrix(rows).transposed();
    }

    private static Mistake wrong(String id, String sentence, String answer, Function<Inputs, Tensor> function) {
        return new Mistake(id, sentence, in -> Answers.of(answer, function.apply(in)));
    }
}
