package assay.reference.backprop;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Solve 2.4, dropout with the draws given: a unit is dropped where u < p, the mean is kept while training. At test time the
 * layer is the identity; what is asked for is what the next unit gets from it, so that a copy of the input is no answer.
 */
public final class DropoutUnits implements ReferenceTask {
    private static final double ROUNDING = 1e-9;
    private static final int MANY = 1000;

    @Override
    public String id() {
        return "dropout/units";
    }

    /**
     * Keep away from p = 1/2, which hides the inverted mask, from draws that drop all units or none, and from sums that
     * cancel.
     */
    @Override
    public Inputs draw(Draw draw) {
        int n = draw.integer(4, 12);
        return draw.until(
                () -> inputs(
                        draw.vector(n, () -> draw.signed(0.1, 2)),
                        draw.vector(n, () -> draw.uniform(0, 1)),
                        draw.uniform(0.15, 0.85),
                        draw.vector(n, () -> draw.signed(0.1, 2))),
                in -> {
                    double p = in.number("p");
                    double dropped = Sums.sum(n, i -> in.vector("u")[i] < p ? 1 : 0);
                    return dropped > 0
                            && dropped < n
                            && Math.abs(p - 0.5) >= 0.05
                            && Math.abs(next(in, in.vector("x"))) >= 0.1 * sizes(in);
                });
    }

    @Override
    public List<EdgeCase> edgeCases() {
        double[] x = {1, -2, 0.5, 4};
        double[] w = {2, 0.5, -1, 1};
        return List.of(
                new EdgeCase("u equal to p", inputs(x, new double[] {0.25, 0.1, 0.9, 0.25}, 0.25, w)),
                new EdgeCase("p = 0", inputs(x, new double[] {0, 0.1, 0.9, 0.25}, 0, w)),
                new EdgeCase(
                        "1000 even draws",
                        inputs(
                                Sums.vector(MANY, i -> 2),
                                Sums.vector(MANY, i -> (i * 7 % MANY + 0.5) / MANY),
                                0.3,
                                Sums.vector(MANY, i -> 1))));
    }

    private static Inputs inputs(double[] x, double[] u, double p, double[] w) {
        return Inputs.none().and("x", x).and("u", u).and("p", p).and("w", w);
    }

    /** Return what the next unit gets from the outputs of the layer. */
    private static double next(Inputs in, double[] outputs) {
        return Sums.dot(in.vector("w"), outputs);
    }

    private static double sizes(Inputs in) {
        double[] w = in.vector("w");
        double[] x = in.vector("x");
        return Sums.sum(w.length, i -> Math.abs(w[i] * x[i]));
    }

    private static double[] masked(Inputs in, boolean keptBelow, DoubleUnaryOperator factor) {
        double[] x = in.vector("x");
        double[] u = in.vector("u");
        double p = in.number("p");
        return Sums.vector(x.length, i -> u[i] < p == keptBelow ? x[i] * factor.applyAsDouble(p) : 0);
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("training", masked(in, false, p -> 1 / (1 - p))).and("test", next(in, in.vector("x")));
    }

    @Override
    public Answers scale(Inputs in) {
        double p = in.number("p");
        Tensor x = in.tensor("x").map(Math::abs);
        return Answers.of("training", x.map(entry -> entry / (1 - p))).and("test", sizes(in));
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of("mean-kept", DropoutUnits::objection);
    }

    private static Optional<String> objection(Inputs in, Answers given) {
        double[] x = in.vector("x");
        double[] training = given.tensor("training").toArray();
        if (training.length != x.length) {
            return Optional.of("There are " + x.length + " units and " + training.length + " outputs.");
        }
        double mean = Sums.mean(x.length, i -> training[i]);
        double wanted = Sums.mean(x.length, i -> x[i]);
        long zeros = java.util.Arrays.stream(training).filter(one -> one == 0).count();
        if (!(Math.abs(mean - wanted) <= ROUNDING * Math.abs(wanted))) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "The mean over %d units is %.4g where it is %.4g without dropout (%d of them are 0, p is %.4g): what must"
                            + " the units that are left be multiplied by, so that the mean stays?",
                    x.length,
                    mean,
                    wanted,
                    zeros,
                    in.number("p")));
        }
        return zeros > 0
                ? Optional.empty()
                : Optional.of("No unit is dropped: while training, a unit is 0 where its draw u is below p.");
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                training(
                        "not-scaled",
                        "The right units are dropped, but those that are left keep their size, so the mean shrinks.",
                        false,
                        p -> 1),
                training(
                        "scaled-the-wrong-way",
                        "The right units are dropped, but those that are left are multiplied by 1 - p. That makes the mean"
                                + " smaller still.",
                        false,
                        p -> 1 - p),
                training(
                        "divided-by-p",
                        "The right units are dropped, but those that are left are divided by p, the share that is lost.",
                        false,
                        p -> 1 / p),
                training(
                        "mask-inverted",
                        "Kept and dropped units have changed places: p is the probability that a unit is dropped, here where"
                                + " u < p.",
                        true,
                        p -> 1 / (1 - p)),
                training(
                        "p-kept",
                        "This is dropout for a probability p of being kept. Here p is the probability of being dropped.",
                        true,
                        p -> 1 / p),
                new Mistake(
                        "nothing-dropped",
                        "Nothing is dropped: this is the behaviour at test time.",
                        in -> Answers.of("training", in.tensor("x"))),
                test(
                        "test-scaled",
                        "At test time the units are multiplied by 1 - p. That belongs to the other kind of dropout, which"
                                + " does not scale while training; with both, the mean is wrong.",
                        p -> 1 - p),
                test(
                        "test-divided",
                        "At test time the units are divided by 1 - p. Nothing is dropped there, so nothing has to be made"
                                + " up for.",
                        p -> 1 / (1 - p)),
                new Mistake(
                        "test-dropped",
                        "Units are dropped at test time too: the answer then depends on chance.",
                        in -> Answers.of("test", next(in, masked(in, false, p -> 1 / (1 - p))))));
    }

    private static Mistake training(String id, String sentence, boolean keptBelow, DoubleUnaryOperator factor) {
        return new Mistake(id, sentence, in -> Answers.of("training", masked(in, keptBelow, factor)));
    }

    private static Mistake test(String id, String sentence, DoubleUnaryOperator factor) {
        return new Mistake(
                id,
                sentence,
                in -> Answers.of("test", next(in, in.vector("x")) * factor.applyAsDouble(in.number("p"))));
    }
}
