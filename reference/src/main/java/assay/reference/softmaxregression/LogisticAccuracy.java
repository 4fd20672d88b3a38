package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** Solve 3.2c: the share of right predictions, where an output of 1/2 and more predicts the label 1. */
public final class LogisticAccuracy implements ReferenceTask {
    @Override
    public String id() {
        return "logistic/accuracy";
    }

    /** Put two ties with label 1 and one with label 0 into every draw, so that each way to treat ties gives its own count. */
    @Override
    public Inputs draw(Draw draw) {
        int samples = draw.integer(8, 20);
        return draw.until(() -> predictions(draw, samples, true), in -> isTelling(in));
    }

    private static boolean isTelling(Inputs in) {
        double accuracy = share(in, LogisticAccuracy::isRight);
        return Math.abs(accuracy - 0.5) >= 0.05 && accuracy <= 0.95 && accuracy >= 0.2;
    }

    private static double isRight(double output, double label) {
        return (output >= 0.5 ? 1 : 0) == label ? 1 : 0;
    }

    private static Inputs predictions(Draw draw, int samples, boolean ties) {
        double[] y = draw.vector(samples, () -> draw.integer(0, 1));
        double[] outputs = draw.vector(samples, () -> {
            double away = draw.signed(0.02, 0.49);
            return 0.5 + away;
        });
        if (ties) {
            int[] at = {1, samples / 2, samples - 2};
            for (int i = 0; i < at.length; i++) {
                outputs[at[i]] = 0.5;
                y[at[i]] = i == 1 ? 0 : 1;
            }
        }
        return Inputs.none().and("yhat", outputs).and("y", y);
    }

    private static double share(Inputs in, DoubleBinaryOperator right) {
        double[] outputs = in.vector("yhat");
        double[] y = in.vector("y");
        return Sums.mean(y.length, i -> right.applyAsDouble(outputs[i], y[i]));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase("no ties, 7 samples", untied(7, 81)),
                new EdgeCase("no ties, 12 samples", untied(12, 82)),
                new EdgeCase("no ties, 25 samples", untied(25, 83)));
    }

    private static Inputs untied(int samples, long seed) {
        Draw draw = new Draw(seed);
        return draw.until(() -> predictions(draw, samples, false), LogisticAccuracy::isTelling);
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("accuracy", share(in, LogisticAccuracy::isRight));
    }

    @Override
    public Answers scale(Inputs in) {
        return Answers.of("accuracy", 1);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "error-rate",
                        "This is the share of wrong predictions.",
                        in -> Answers.of("accuracy", 1 - share(in, LogisticAccuracy::isRight))),
                new Mistake(
                        "count",
                        "This is the number of right predictions; divide by the number of samples.",
                        in -> Answers.of("accuracy", in.vector("y").length * share(in, LogisticAccuracy::isRight))),
                new Mistake(
                        "percent",
                        "The accuracy is given in percent; asked for is a share between 0 and 1.",
                        in -> Answers.of("accuracy", 100 * share(in, LogisticAccuracy::isRight))),
                new Mistake(
                        "tie-predicts-0",
                        "An output of exactly 1/2 predicts 0 here. Is the comparison strict, or is the output rounded? Many"
                                + " libraries round 0.5 to the even number 0.",
                        in -> Answers.of("accuracy", share(in, (o, y) -> (o > 0.5 ? 1 : 0) == y ? 1 : 0))),
                new Mistake(
                        "tie-is-wrong",
                        "An output of exactly 1/2 counts as wrong whatever the label is: it predicts 1.",
                        in -> Answers.of("accuracy", share(in, (o, y) -> Math.abs(o - y) < 0.5 ? 1 : 0))),
                new Mistake(
                        "tie-is-right",
                        "An output of exactly 1/2 counts as right whatever the label is: it predicts 1.",
                        in -> Answers.of("accuracy", share(in, (o, y) -> Math.abs(o - y) <= 0.5 ? 1 : 0))));
    }
}
