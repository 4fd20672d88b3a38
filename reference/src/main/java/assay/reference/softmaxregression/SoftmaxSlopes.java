package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Solve the first part of 3.1b: the derivatives of a softmax output p by its own logit and by that of another output q. */
public final class SoftmaxSlopes implements ReferenceTask {
    @Override
    public String id() {
        return "softmax/slopes";
    }

    /** Draw two probabilities away from each other and with a rest for a third class: for two classes q = 1 - p. */
    @Override
    public Inputs draw(Draw draw) {
        double p = draw.uniform(0.1, 0.4);
        double q = draw.until(() -> draw.uniform(0.1, 0.4), other -> Math.abs(other - p) >= 0.05);
        return Inputs.none().and("p", p).and("q", q);
    }

    @Override
    public Answers solve(Inputs in) {
        double p = in.number("p");
        return Answers.of("own", p * (1 - p)).and("other", -p * in.number("q"));
    }

    @Override
    public Answers scale(Inputs in) {
        double p = in.number("p");
        return Answers.of("own", p + p * p).and("other", p * in.number("q"));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                other(
                        "reciprocal-products",
                        "The probabilities stand in the denominator: a quotient of e^z has been turned over, or the"
                                + " derivative of a logarithm taken.",
                        in -> -1 / (in.number("p") * in.number("q"))),
                other(
                        "sign-of-other",
                        "The sign is wrong: a larger logit of another class leaves less for this one.",
                        in -> in.number("p") * in.number("q")),
                other(
                        "other-zero",
                        "That would hold for separate sigmoids. All logits meet in the denominator of softmax.",
                        in -> 0),
                other(
                        "own-for-other",
                        "This is the derivative by the output's own logit: in the numerator stands e^z of another class,"
                                + " which does not depend on this logit.",
                        in -> in.number("p") * (1 - in.number("q"))),
                new Mistake(
                        "own-without-rest",
                        "The derivative of the denominator is missing: the own logit stands there as well.",
                        in -> Answers.of("own", in.number("p"))),
                new Mistake(
                        "own-negative",
                        "The sign is wrong: a larger own logit makes the output larger.",
                        in -> Answers.of("own", -in.number("p") * (1 - in.number("p")))));
    }

    private static Mistake other(String id, String sentence, ToDoubleFunction<Inputs> value) {
        return new Mistake(id, sentence, in -> Answers.of("other", value.applyAsDouble(in)));
    }
}
