package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Solve 3.1a: prediction slope, loss and gradient of logistic regression for one sample whose last feature is 1. */
public final class LogisticGradient implements ReferenceTask {
    private static final class Sample {
        final double[] w;
        final double[] x;
        final double y;

        Sample(double[] w, double[] x, double y) {
            this.w = w;
            this.x = x;
            this.y = y;
        }

        static Sample of(Inputs in) {
            return new Sample(in.vector("w"), in.vector("x"), in.number("y"));
        }

        double z() {
            return Sums.dot(w, x);
        }

        double prediction() {
            return Logistic.sigmoid(z());
        }

        double residual() {
            return Logistic.residual(z(), y);
        }

        double[] times(double factor) {
            return Sums.vector(x.length, j -> factor * x[j]);
        }
    }

    @Override
    public String id() {
        return "logistic/gradient";
    }

    /** Keep z from 0 (hides the entropy in place of the loss) and from large values, and w from x (hides which is meant). */
    @Override
    public Inputs draw(Draw draw) {
        int d = draw.integer(2, 6);
        int y = draw.integer(0, 1);
        return draw.until(() -> sample(draw, d, y), LogisticGradient::tells);
    }

    private static Inputs sample(Draw draw, int d, double y) {
        double[] x = draw.vector(d, draw::normal);
        x[d - 1] = 1;
        return inputs(draw.vector(d, draw::normal), x, y);
    }

    private static boolean tells(Inputs in) {
        Sample sample = Sample.of(in);
        double z = Math.abs(sample.z());
        double size = Sums.sum(sample.w.length, j -> Math.abs(sample.w[j] - sample.x[j]));
        return z >= 0.2 && z <= 3 && size >= 0.2;
    }

    private static Inputs inputs(double[] w, double[] x, double y) {
        return Inputs.none().and("w", w).and("x", x).and("y", y);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        double[] steep = {400, -100, 0};
        double[] features = {1, -4, 1};
        return List.of(
                new EdgeCase("by hand", inputs(new double[] {0.5, -1, 0.25}, new double[] {1, 0.5, 1}, 1)),
                new EdgeCase("soft label 1/4", sample(new Draw(31), 4, 0.25)),
                new EdgeCase("soft label 0.9", sample(new Draw(32), 3, 0.9)),
                new EdgeCase("z = 800, y = 0", inputs(steep, features, 0)),
                new EdgeCase("z = 800, y = 1", inputs(steep, features, 1)),
                new EdgeCase("z = -800, y = 1", inputs(new double[] {-400, 100, 0}, features, 1)));
    }

    @Override
    public Answers solve(Inputs in) {
        Sample sample = Sample.of(in);
        return Answers.of("slope", sample.times(Logistic.slope(sample.z())))
                .and("gradient", sample.times(sample.residual()))
                .and("loss", Logistic.loss(sample.z(), sample.y));
    }

    @Override
    public Answers scale(Inputs in) {
        Sample sample = Sample.of(in);
        double size = Sums.sum(sample.w.length, j -> Math.abs(sample.w[j] * sample.x[j]));
        double terms = sample.prediction() + sample.y;
        return Answers.of("slope", absolute(sample.times(sample.prediction())))
                .and("gradient", absolute(sample.times(terms)))
                .and("loss", StrictMath.log(2) + 2 * size);
    }

    private static double[] absolute(double[] entries) {
        return Sums.vector(entries.length, j -> Math.abs(entries[j]));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                gradient(
                        "loss-for-prediction",
                        "This is x C (1 - C): the slope of the sigmoid with the loss C put where the prediction belongs."
                                + " Differentiate C by the prediction first.",
                        sample -> loss(sample) * (1 - loss(sample))),
                gradient(
                        "sign",
                        "Every entry of the gradient has the opposite sign: look at the order of label and prediction.",
                        sample -> -sample.residual()),
                gradient(
                        "slope-for-gradient",
                        "This is the derivative of the prediction alone. The derivative of the loss by the prediction"
                                + " is still to be multiplied in.",
                        sample -> Logistic.slope(sample.z())),
                gradient(
                        "extra-slope",
                        "The slope of the sigmoid stands in the result once too often: this is the gradient of a squared"
                                + " error, for the cross-entropy the slope cancels.",
                        sample -> sample.residual() * Logistic.slope(sample.z())),
                new Mistake(
                        "without-x",
                        "Every entry is the same: the inner derivative, of z by the weight, is missing.",
                        in -> constant(in, Sample.of(in).residual())),
                new Mistake(
                        "by-x",
                        "This is a derivative by the features: the weights stand where the features belong.",
                        LogisticGradient::byFeatures),
                new Mistake(
                        "prediction-for-slope",
                        "The slope of the prediction is taken as x times the prediction: the factor that is 0 at a"
                                + " prediction of 1 is missing.",
                        in -> Answers.of(
                                "slope", Sample.of(in).times(Sample.of(in).prediction()))),
                new Mistake(
                        "entropy",
                        "The label does not occur in the loss: with the prediction in its place this is the entropy of"
                                + " the prediction.",
                        in -> Answers.of("loss", entropy(Sample.of(in)))),
                new Mistake(
                        "log10",
                        "The logarithm is taken to base 10; this sheet means the natural logarithm.",
                        in -> Answers.of("loss", loss(Sample.of(in)) / StrictMath.log(10))));
    }

    private static double loss(Sample sample) {
        return Logistic.loss(sample.z(), sample.y);
    }

    /** Return the cross-entropy of the prediction with itself as the label. */
    private static double entropy(Sample sample) {
        return Logistic.softplus(sample.z()) - sample.prediction() * sample.z();
    }

    private static Mistake gradient(String id, String sentence, ToDoubleFunction<Sample> factor) {
        return new Mistake(id, sentence, in -> {
            Sample sample = Sample.of(in);
            return Answers.of("gradient", sample.times(factor.applyAsDouble(sample)));
        });
    }

    private static Answers constant(Inputs in, double value) {
        return Answers.of("gradient", Sums.vector(in.vector("w").length, j -> value));
    }

    private static Answers byFeatures(Inputs in) {
        Sample sample = Sample.of(in);
        return Answers.of("gradient", Sums.vector(sample.w.length, j -> sample.residual() * sample.w[j]));
    }
}
