package assay.check;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Be a small task for tests: the gradient of the mean squared error of a line at (0, 0), two numbers. */
class Fit implements ReferenceTask {
    static final Inputs LARGE = Inputs.of(Map.of("x", Tensor.vector(800, 900), "y", Tensor.vector(1, 2)));

    private static final Mistake NOT_SUMMED = new Mistake(
            "not-summed",
            "One number for each sample is left: sum them.",
            in -> Answers.of("gradient", in.tensor("y").map(y -> -2 * y)));

    @Override
    public String id() {
        return "fit";
    }

    @Override
    public Inputs draw(Draw draw) {
        int n = draw.integer(3, 9);
        return Inputs.of(Map.of(
                "x", Tensor.vector(draw.vector(n, () -> draw.uniform(0, 2))),
                "y", Tensor.vector(draw.vector(n, draw::normal))));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(new EdgeCase("x = 800", LARGE));
    }

    @Override
    public Answers solve(Inputs inputs) {
        return gradient(inputs, 2.0 / inputs.vector("y").length);
    }

    @Override
    public Answers scale(Inputs inputs) {
        return Answers.of("gradient", sums(inputs, true, 2.0 / inputs.vector("y").length));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                NOT_SUMMED,
                new Mistake("no-two", "Where is the 2 of the square?", in -> gradient(in, 1.0 / in.vector("y").length)),
                new Mistake("no-x", "The inner derivative is missing.", in -> {
                    double first = sums(in, false, 2.0 / in.vector("y").length)[0];
                    return Answers.of("gradient", Tensor.vector(first, first));
                }));
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of(
                "needs-more",
                (in, given) -> given.tensor("other").item() < 0 ? Optional.empty() : Optional.of("No."),
                "negative",
                (in, given) -> given.tensor("point").item() < 0
                        ? Optional.empty()
                        : Optional.of("The point is not negative."));
    }

    /** Sum from the last sample to the first: another right way, with other round-off. */
    static Answers backwards(Inputs inputs) {
        double[] x = inputs.vector("x");
        double[] y = inputs.vector("y");
        double first = 0;
        double second = 0;
        for (int i = y.length - 1; i >= 0; i--) {
            first += -2 * y[i] / y.length;
            second += -2 * y[i] * x[i] / y.length;
        }
        return Answers.of("gradient", Tensor.vector(first, second));
    }

    static Answers gradient(Inputs inputs, double factor) {
        return Answers.of("gradient", sums(inputs, false, factor));
    }

    private static double[] sums(Inputs inputs, boolean absolute, double factor) {
        double[] x = inputs.vector("x");
        double[] y = inputs.vector("y");
        double[] sums = new double[2];
        for (int i = 0; i < y.length; i++) {
            sums[0] += absolute ? Math.abs(y[i]) : -y[i];
            sums[1] += absolute ? Math.abs(y[i] * x[i]) : -y[i] * x[i];
        }
        return new double[] {factor * sums[0], factor * sums[1]};
    }
}
