package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Logistic;
import assay.reference.math.Softmax;
import assay.reference.math.Sums;
import java.util.List;
import java.util.function.UnaryOperator;

/** Solve the loss part of 0.5: the cross-entropy of one sample, from its logits. */
public final class SoftmaxLoss implements ReferenceTask {
    private static final int DIGITS = 10;

    @Override
    public String id() {
        return "softmax/loss";
    }

    /** Keep the loss from 0 and the logit of the label from the others, so that every summand matters. */
    @Override
    public Inputs draw(Draw draw) {
        int classes = draw.integer(2, 10);
        return draw.until(
                () -> inputs(draw.vector(classes, () -> 2 * draw.normal()), draw.integer(0, classes - 1)), in -> {
                    double loss = Softmax.loss(in.vector("logits"), in.integer("label"));
                    double twice = Softmax.loss(Softmax.probabilities(in.vector("logits")), in.integer("label"));
                    return loss >= 0.05 && Math.abs(loss - twice) >= 0.05;
                });
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase("all logits 0", inputs(new double[DIGITS], 3)),
                new EdgeCase("confident and right", inputs(first(20), 0)),
                new EdgeCase("confident and wrong", inputs(first(20), 4)),
                new EdgeCase("logit 1000, right", inputs(first(1000), 0)),
                new EdgeCase("logit 1000, wrong", inputs(first(1000), 4)),
                new EdgeCase("all logits -1000", inputs(Sums.vector(DIGITS, k -> -1000), 9)));
    }

    private static double[] first(double logit) {
        return Sums.vector(DIGITS, k -> k == 0 ? logit : 0);
    }

    private static Inputs inputs(double[] logits, int label) {
        return Inputs.none().and("logits", logits).and("label", label);
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("loss", Softmax.loss(in.vector("logits"), in.integer("label")));
    }

    /** Give the logarithm of the sum (at least ln K above the largest logit in absolute terms) plus the logit. */
    @Override
    public Answers scale(Inputs in) {
        double[] logits = in.vector("logits");
        return Answers.of(
                "loss", Sums.largest(logits) + StrictMath.log(logits.length) + Math.abs(logits[in.integer("label")]));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                fed(
                        "softmax-twice",
                        "Softmax has been applied twice: the loss function already contains it, and it has been fed"
                                + " probabilities. Such a loss cannot fall below 1.4612 for ten classes.",
                        Softmax::probabilities),
                fed(
                        "sigmoid-first",
                        "The logits have gone through a sigmoid before the loss, which applies softmax itself. Such a"
                                + " loss cannot fall below 1.4612 for ten classes.",
                        logits -> Sums.vector(logits.length, k -> Logistic.sigmoid(logits[k]))),
                new Mistake(
                        "logarithm-missing",
                        "This is minus the probability of the label: the logarithm is missing. (Some libraries call a"
                                + " loss that expects logarithms 'negative log-likelihood'.)",
                        in -> Answers.of(
                                "loss", -StrictMath.exp(-Softmax.loss(in.vector("logits"), in.integer("label"))))),
                scaled(
                        "mean-over-classes",
                        "The loss is divided by the number of classes. Only the label's summand is not 0; there is"
                                + " nothing to average over.",
                        true),
                scaled("log10", "The logarithm is taken to base 10; this sheet means the natural logarithm.", false));
    }

    private static Mistake fed(String id, String sentence, UnaryOperator<double[]> before) {
        return new Mistake(
                id,
                sentence,
                in -> Answers.of("loss", Softmax.loss(before.apply(in.vector("logits")), in.integer("label"))));
    }

    private static Mistake scaled(String id, String sentence, boolean byClasses) {
        return new Mistake(id, sentence, in -> {
            double[] logits = in.vector("logits");
            double divisor = byClasses ? logits.length : StrictMath.log(10);
            return Answers.of("loss", Softmax.loss(logits, in.integer("label")) / divisor);
        });
    }
}
