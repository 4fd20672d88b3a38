package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Solve the third part of 3.2a: the test of a claimed gradient by central differences of the mean loss.
 *
 * <p>The claim is accepted when no entry differs by more than eps^2. With features in [-1, 1] the central difference is
 * off by at most eps^2/6 times the largest third derivative, 1/(6 sqrt 3): 1.6e-6 at eps = 0.01, sixty times less.
 */
public final class GradientTest implements ReferenceTask {
    private static final double EPS = 0.01;

    @Override
    public String id() {
        return "logistic/gradient-test";
    }

    /**
     * Draw a claim that is wrong in one entry, not the first: too small by some 10 eps^2, which is less than eps.
     *
     * <p>The difference of quotient and derivative is kept large enough to see, so that neither passes for the other.
     */
    @Override
    public Inputs draw(Draw draw) {
        int d = draw.integer(3, 5);
        int samples = draw.integer(3, 6);
        Inputs data = draw.until(() -> LogisticData.draw(draw, samples, d), GradientTest::showsTheDifference);
        int entry = draw.integer(1, d - 1);
        return claimed(data, entry, -draw.uniform(6e-4, 3e-3));
    }

    private static boolean showsTheDifference(Inputs in) {
        LogisticData data = new LogisticData(in);
        double[] exact = data.meanGradient();
        double[] quotient = central(data, EPS);
        for (int j = 0; j < exact.length; j++) {
            if (Math.abs(exact[j] - quotient[j]) >= 2e-6 * Math.abs(quotient[j]) + 2e-9) {
                return Sums.largest(quotient) >= 0.05;
            }
        }
        return false;
    }

    private static Inputs claimed(Inputs data, int entry, double error) {
        double[] gradient = new LogisticData(data).meanGradient();
        gradient[entry] += error;
        return data.and("claimed", gradient).and("eps", EPS);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        Inputs data = LogisticData.draw(new Draw(61), 4, 3);
        Inputs other = LogisticData.draw(new Draw(62), 6, 5);
        return List.of(
                new EdgeCase("right gradient", claimed(data, 0, 0)),
                new EdgeCase("right gradient, 5 weights", claimed(other, 0, 0)),
                new EdgeCase("half of eps^2 too large", claimed(other, 2, 0.5e-4)),
                new EdgeCase("last entry too large by 2 eps^2", claimed(other, 4, 2e-4)),
                new EdgeCase("first entry too small by 2 eps^2", claimed(data, 0, -2e-4)),
                new EdgeCase("sum in place of the mean", summed(data)));
    }

    private static Inputs summed(Inputs in) {
        LogisticData data = new LogisticData(in);
        return in.and("claimed", data.gradientSum(0, data.samples())).and("eps", EPS);
    }

    @Override
    public Answers solve(Inputs in) {
        double[] quotient = central(new LogisticData(in), in.number("eps"));
        return Answers.of("approximation", quotient).and("accepted", accepts(in, quotient));
    }

    /** Accept with {@code <=}, so that a claim of NaN is refused. */
    private static boolean accepts(Inputs in, double[] quotient) {
        double[] claimed = in.vector("claimed");
        double bound = in.number("eps") * in.number("eps");
        for (int j = 0; j < claimed.length; j++) {
            if (!(Math.abs(claimed[j] - quotient[j]) <= bound)) {
                return false;
            }
        }
        return true;
    }

    private static double[] central(LogisticData data, double eps) {
        return Sums.vector(data.w.length, j -> (moved(data, j, eps) - moved(data, j, -eps)) / (2 * eps));
    }

    private static double moved(LogisticData data, int entry, double by) {
        double[] w = data.w.clone();
        w[entry] += by;
        return data.at(w).meanLoss();
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "forward-difference",
                        "This is the one-sided difference: its error is of the order of eps, so that the test refuses"
                                + " right gradients. Step to both sides.",
                        GradientTest::forward),
                new Mistake(
                        "eps-for-two-eps",
                        "The difference is twice too large: the two points lie 2 eps apart.",
                        in -> scaled(in, 2)),
                new Mistake(
                        "loss-summed",
                        "The loss that is differenced is a sum; the claim is about the mean over the samples.",
                        in -> scaled(in, new LogisticData(in).samples())),
                new Mistake(
                        "analytic",
                        "This is the derivative by its formula, not a difference quotient. A test that compares a formula"
                                + " with itself accepts every mistake in it.",
                        in -> Answers.of("approximation", new LogisticData(in).meanGradient())),
                decided(
                        "threshold-eps",
                        "A claim that is wrong by several eps^2 has been accepted: is eps the bound? A right gradient"
                                + " stays below eps^2 by far.",
                        (in, difference) -> Sums.largest(difference) <= in.number("eps")),
                decided(
                        "without-absolute-value",
                        "A claim that is too small has been accepted: the difference is compared with its sign.",
                        (in, difference) -> largestSigned(difference) <= in.number("eps") * in.number("eps")),
                decided(
                        "first-entry-only",
                        "A claim that is wrong in a later entry has been accepted: every weight is to be tested.",
                        (in, difference) -> Math.abs(difference[0]) <= in.number("eps") * in.number("eps")),
                decided(
                        "turned-round",
                        "Right claims are refused and wrong ones accepted: look at the direction of the comparison.",
                        (in, difference) -> Sums.largest(difference) > in.number("eps") * in.number("eps")));
    }

    private static double largestSigned(double[] difference) {
        double largest = difference[0];
        for (double one : difference) {
            largest = Math.max(largest, one);
        }
        return largest;
    }

    private static Answers forward(Inputs in) {
        LogisticData data = new LogisticData(in);
        double eps = in.number("eps");
        double here = data.meanLoss();
        double[] quotient = Sums.vector(data.w.length, j -> (moved(data, j, eps) - here) / eps);
        return Answers.of("approximation", quotient).and("accepted", accepts(in, quotient));
    }

    private static Answers scaled(Inputs in, double factor) {
        double[] right = central(new LogisticData(in), in.number("eps"));
        double[] quotient = Sums.vector(right.length, j -> factor * right[j]);
        return Answers.of("approximation", quotient).and("accepted", accepts(in, quotient));
    }

    private static Mistake decided(String id, String sentence, BiPredicate<Inputs, double[]> rule) {
        return new Mistake(id, sentence, in -> {
            double[] claimed = in.vector("claimed");
            double[] quotient = central(new LogisticData(in), in.number("eps"));
            double[] difference = Sums.vector(claimed.length, j -> claimed[j] - quotient[j]);
            return Answers.of("accepted", rule.test(in, difference));
        });
    }
}
