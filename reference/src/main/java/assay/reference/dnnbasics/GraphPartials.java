package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Solve 0.3c,d: the six partial derivatives of the loss by the parameters of the computational graph. */
public final class GraphPartials implements ReferenceTask {
    private static final int SAMPLES = 3;
    private static final double FAR = 0.05;

    @Override
    public String id() {
        return "graph/partials";
    }

    /**
     * Keep away from c x + d = 1 (da and db vanish), from zero residuals (everything vanishes), from cos(n e^x) = 0
     * and = sin (dn vanishes, or hides sin for cos), and from sums that cancel or agree by accident.
     */
    @Override
    public Inputs draw(Draw draw) {
        return draw.until(
                () -> inputs(
                        new double[] {
                            draw.uniform(-1, 1),
                            draw.uniform(0.5, 2),
                            draw.uniform(0.3, 1.5),
                            draw.uniform(0.2, 1),
                            draw.signed(0.5, 2),
                            draw.uniform(0.3, 1.5)
                        },
                        draw.vector(SAMPLES, () -> draw.uniform(0.2, 1.5)),
                        draw.vector(SAMPLES, () -> draw.uniform(-2, 2))),
                GraphPartials::tells);
    }

    private static boolean tells(Inputs in) {
        GraphPoint at = new GraphPoint(in);
        boolean samples = IntStream.range(0, at.samples())
                .allMatch(i -> Math.abs(at.log(i)) >= FAR
                        && Math.abs(at.r(i)) >= 2 * FAR
                        && Math.abs(at.cos(i)) >= FAR
                        && Math.abs(at.cos(i) - at.sin(i)) >= FAR);
        return samples
                && GraphPoint.PARAMETERS.chars().allMatch(parameter -> apart(at, (char) parameter))
                && Math.abs(total(at, 'c') - total(at, 'd')) >= FAR * magnitude(at, 'd');
    }

    /** Hold where the summands neither cancel nor leave the first one alone. */
    private static boolean apart(GraphPoint at, char parameter) {
        double least = FAR * magnitude(at, parameter);
        return Math.abs(total(at, parameter)) >= least
                && Math.abs(total(at, parameter) - at.term(parameter, 0)) >= least;
    }

    private static double total(GraphPoint at, char parameter) {
        return at.sum(i -> at.term(parameter, i));
    }

    private static double magnitude(GraphPoint at, char parameter) {
        return at.sum(i -> Math.abs(at.term(parameter, i)));
    }

    /** The second case is legal, since only b x has to be positive; it tells sqrt(b) sqrt(x) from sqrt(b x). */
    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase(
                        "by hand",
                        inputs(new double[] {0.25, 1.5, 0.75, 0.5, 2, 0.5}, new double[] {0.5, 1, 1.25}, new double[] {
                            1, -0.5, 0.25
                        })),
                new EdgeCase(
                        "b and x negative",
                        inputs(
                                new double[] {-0.4, -1.2, 0.5, 0.95, -1.3, 0.8},
                                new double[] {-0.3, -0.7, -1.1},
                                new double[] {0.4, -1.5, 1.75})));
    }

    /** Name the inputs; the predictions are given to the student beside what they are computed from. */
    private static Inputs inputs(double[] abcdmn, double[] x, double[] y) {
        Inputs inputs = Inputs.none();
        for (int k = 0; k < abcdmn.length; k++) {
            inputs = inputs.and(GraphPoint.PARAMETERS.substring(k, k + 1), abcdmn[k]);
        }
        return inputs.and("x", x).and("y", y).and("yhat", GraphPoint.predictions(abcdmn, x));
    }

    @Override
    public Answers solve(Inputs in) {
        return all(in, value -> value);
    }

    @Override
    public Answers scale(Inputs in) {
        return all(in, Math::abs);
    }

    private static Answers all(Inputs in, DoubleUnaryOperator of) {
        GraphPoint at = new GraphPoint(in);
        Answers answers = Answers.none();
        for (int k = 0; k < GraphPoint.PARAMETERS.length(); k++) {
            char parameter = GraphPoint.PARAMETERS.charAt(k);
            answers = answers.and("d" + parameter, at.sum(i -> of.applyAsDouble(at.term(parameter, i))));
        }
        return answers;
    }

    @Override
    public List<Mistake> mistakes() {
        return GraphMistakes.all();
    }
}
