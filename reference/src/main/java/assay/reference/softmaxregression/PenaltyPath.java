package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Solve 3.4b,c,e: train with several lambda, each from W = 0, and report squared norm, cross-entropy and accuracy. */
public final class PenaltyPath implements ReferenceTask {
    private static final double LEAST_MARGIN = 1e-6;
    private static final double ROUNDING = 1e-6;

    /** Hold how the gradient of the penalty enters an update. */
    private record Training(double penaltyFactor, boolean carriesOver, boolean penalisesBias) {
        static final Training RIGHT = new Training(2, false, true);
    }

    @Override
    public String id() {
        return "l2/path";
    }

    /** Draw data that no line separates and on which the lambdas give different accuracies, away from ties. */
    @Override
    public Inputs draw(Draw draw) {
        return draw.until(() -> data(draw), PenaltyPath::tells);
    }

    private static Inputs data(Draw draw) {
        int classes = 3;
        int samples = draw.integer(10, 14);
        Inputs drawn = SoftmaxData.draw(draw, samples, 3, classes);
        double[][] x = drawn.matrix("x");
        double[][] hidden = drawn.matrix("W");
        double[] labels = Sums.vector(samples, i -> {
            double[] z = Sums.vector(classes, k -> 2 * Sums.dot(hidden[k], x[i]) + 1.5 * draw.normal());
            return SoftmaxData.first(z);
        });
        List<Double> lambdas = new ArrayList<>(List.of(1.0, 0.1, 0.01, 0.001));
        if (draw.integer(0, 1) == 1) {
            Collections.reverse(lambdas);
        }
        return Inputs.none()
                .and("x", drawn.tensor("x"))
                .and("labels", labels)
                .and("classes", classes)
                .and("lambdas", lambdas)
                .and("rate", draw.uniform(0.4, 0.5))
                .and("steps", draw.integer(60, 80));
    }

    private static boolean tells(Inputs in) {
        SoftmaxData data = samples(in);
        List<double[][]> trained = trained(in, Training.RIGHT);
        double[] accuracies = Sums.vector(trained.size(), l -> data.accuracy(trained.get(l)));
        boolean clear = trained.stream().allMatch(w -> data.margin(w) >= LEAST_MARGIN);
        double most = Sums.largest(accuracies);
        double least = 1 - Sums.largest(Sums.vector(accuracies.length, l -> 1 - accuracies[l]));
        return clear && most < 0.99 && least >= 0.4 && most - least >= 0.05;
    }

    private static SoftmaxData samples(Inputs in) {
        return SoftmaxData.labelled(in.matrix("x"), in.vector("labels"), in.integer("classes"));
    }

    private static List<double[][]> trained(Inputs in, Training training) {
        SoftmaxData data = samples(in);
        List<double[][]> trained = new ArrayList<>();
        double[][] zero = new double[in.integer("classes")][in.tensor("x").extent(1)];
        double[][] w = zero;
        for (double lambda : in.vector("lambdas")) {
            w = training.carriesOver ? w : zero;
            for (int step = 0; step < in.integer("steps"); step++) {
                w = SoftmaxData.moved(w, in.number("rate"), gradient(data, w, lambda, training));
            }
            trained.add(w);
        }
        return trained;
    }

    private static double[][] gradient(SoftmaxData data, double[][] w, double lambda, Training training) {
        double[][] sum = data.gradientSum(w, 0, data.samples());
        for (int k = 0; k < w.length; k++) {
            for (int j = 0; j < w[k].length; j++) {
                boolean isBias = j == w[k].length - 1;
                double penalty = isBias && !training.penalisesBias ? 0 : training.penaltyFactor * lambda * w[k][j];
                sum[k][j] = sum[k][j] / data.samples() + penalty;
            }
        }
        return sum;
    }

    @Override
    public Answers solve(Inputs in) {
        return answers(in, Training.RIGHT);
    }

    private static Answers answers(Inputs in, Training training) {
        SoftmaxData data = samples(in);
        List<double[][]> trained = trained(in, training);
        return Answers.of("norms", each(trained, SoftmaxData::squaredNorm))
                .and("losses", each(trained, data::meanLoss))
                .and("accuracies", each(trained, data::accuracy));
    }

    private static double[] each(List<double[][]> trained, Function<double[][], Double> quantity) {
        return Sums.vector(trained.size(), l -> quantity.apply(trained.get(l)));
    }

    @Override
    public Answers scale(Inputs in) {
        SoftmaxData data = samples(in);
        List<double[][]> trained = trained(in, Training.RIGHT);
        return Answers.of("norms", each(trained, SoftmaxData::squaredNorm))
                .and("losses", each(trained, data::lossTerms))
                .and("accuracies", each(trained, w -> 1.0));
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of("monotone", PenaltyPath::notMonotone);
    }

    /**
     * Object unless the norm falls and the cross-entropy rises with lambda: the two inequalities that say that each
     * minimiser beats the other at its own lambda add up to just that.
     */
    private static Optional<String> notMonotone(Inputs in, Answers given) {
        double[] lambdas = in.vector("lambdas");
        for (String name : List.of("norms", "losses")) {
            if (!(given.get(name).orElse(null) instanceof Tensor tensor)
                    || !tensor.shape().equals(List.of(lambdas.length))) {
                return Optional.of("'" + name + "' must be a vector with one number for each lambda.");
            }
            if (Arrays.stream(tensor.toArray()).anyMatch(value -> !Double.isFinite(value))) {
                return Optional.of("'" + name + "' holds a number that is not finite.");
            }
        }
        for (int a = 0; a < lambdas.length; a++) {
            for (int b = 0; b < lambdas.length; b++) {
                if (lambdas[a] < lambdas[b]) {
                    Optional<String> objection = objection(given, lambdas, a, b);
                    if (objection.isPresent()) {
                        return objection;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> objection(Answers given, double[] lambdas, int a, int b) {
        Tensor norms = given.tensor("norms");
        Tensor losses = given.tensor("losses");
        if (!(norms.at(b) >= 0 && norms.at(b) <= norms.at(a) - ROUNDING)) {
            return Optional.of(sentence("norms", "not smaller, as a stronger penalty makes it", norms, lambdas, a, b)
                    + (norms.at(a) == norms.at(b) ? " Equal norms: does lambda enter the gradient?" : ""));
        }
        return losses.at(b) >= losses.at(a) + ROUNDING
                ? Optional.empty()
                : Optional.of(sentence("losses", "not larger", losses, lambdas, a, b)
                        + " The loss without the penalty can only get worse when the penalty gets a say.");
    }

    private static String sentence(String name, String what, Tensor values, double[] lambdas, int a, int b) {
        return String.format(
                Locale.ROOT,
                "'%s' is %.6g at lambda = %s and %.6g at lambda = %s: %s.",
                name,
                values.at(a),
                lambdas[a],
                values.at(b),
                lambdas[b],
                what);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "lambda-unused",
                        "The weights do not depend on lambda. Is the penalty added to the loss only, and not to the"
                                + " gradient?",
                        in -> answers(in, new Training(0, false, true))),
                new Mistake(
                        "penalty-in-loss-only",
                        "The weights do not depend on lambda, only the reported loss does: the penalty is missing in the"
                                + " gradient.",
                        in -> Answers.of("losses", penalised(in, new Training(0, false, true)))),
                new Mistake(
                        "penalty-in-loss",
                        "The loss contains lambda R. Asked for is the cross-entropy alone, so that different lambda can be"
                                + " compared.",
                        in -> Answers.of("losses", penalised(in, Training.RIGHT))),
                new Mistake(
                        "carried-over",
                        "The training with one lambda starts from the weights of the one before. Start each from W = 0.",
                        in -> answers(in, new Training(2, true, true))),
                new Mistake(
                        "half-gradient",
                        "The update belongs to R = 1/2 sum w^2. Here R is the sum of squares: where does the 2 go?",
                        in -> answers(in, new Training(1, false, true))),
                new Mistake(
                        "bias-excluded",
                        "The weights of the bias are not penalised. On this sheet R runs over all weights.",
                        in -> answers(in, new Training(2, false, false))),
                new Mistake(
                        "norm-not-squared",
                        "These are the norms; asked for are their squares.",
                        in -> Answers.of("norms", solve(in).tensor("norms").map(StrictMath::sqrt))),
                new Mistake(
                        "lambdas-swapped",
                        "The values stand in the opposite order: the first one belongs to the first lambda. A legend in"
                                + " this order would name the wrong curves.",
                        this::reversed));
    }

    private static double[] penalised(Inputs in, Training training) {
        double[] lambdas = in.vector("lambdas");
        Answers answers = answers(in, training);
        return Sums.vector(
                lambdas.length,
                l -> answers.tensor("losses").at(l)
                        + lambdas[l] * answers.tensor("norms").at(l));
    }

    private Answers reversed(Inputs in) {
        Answers right = solve(in);
        Answers wrong = Answers.none();
        for (String name : right.fields().byName().keySet()) {
            double[] values = right.tensor(name).toArray();
            wrong = wrong.and(name, Sums.vector(values.length, l -> values[values.length - 1 - l]));
        }
        return wrong;
    }
}
