package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Know the wrong derivatives of the computational graph; those for one derivative first, then the general ones. */
final class GraphMistakes {
    private static final double LN10 = StrictMath.log(10);

    private GraphMistakes() {}

    /** Give the summand of sample i of a wrong derivative. */
    @FunctionalInterface
    private interface Summand {
        double at(GraphPoint point, int i);
    }

    static List<Mistake> all() {
        List<Mistake> mistakes = new ArrayList<>();
        mistakes.addAll(first());
        mistakes.addAll(logarithm());
        mistakes.addAll(sine());
        mistakes.addAll(general());
        return List.copyOf(mistakes);
    }

    private static List<Mistake> first() {
        return List.of(
                wrong(
                        "da-log-lost",
                        'a',
                        "The logarithm is lost and e^a is there twice: e^a is its own derivative, and everything that"
                                + " it is multiplied by stays.",
                        (p, i) -> p.r(i) * p.expA() / p.root(i) * p.expA()),
                wrong(
                        "da-exp-x",
                        'a',
                        "There is e^x where the formula has e^a (and the logarithm is lost): check the first variable"
                                + " of your graph.",
                        (p, i) -> p.r(i) * p.expX(i) / p.root(i) * p.expA()),
                wrong(
                        "db-paths-mixed",
                        'b',
                        "The logarithm is lost and a summand without meaning is added. There is only one path from b"
                                + " to the loss; multiply along it and add nothing.",
                        (p, i) -> p.r(i) * (1 - p.expA() / (p.b * p.x(i))) * p.x(i) / (2 * p.root(i))),
                wrong(
                        "db-log-lost",
                        'b',
                        "The logarithm is lost: the quotient is multiplied by it, so it stays a factor.",
                        (p, i) -> -p.r(i) * p.expA() / (p.b * p.x(i)) * p.x(i) / (2 * p.root(i))),
                wrong(
                        "db-sign",
                        'b',
                        "The sign is wrong: the root stands in the denominator. What happens to the quotient when b"
                                + " grows?",
                        (p, i) -> -p.term('b', i)),
                wrong(
                        "db-without-x",
                        'b',
                        "The factor x is missing: the inner derivative of sqrt(b x) by b.",
                        (p, i) -> p.term('b', i) / p.x(i)));
    }

    private static List<Mistake> logarithm() {
        return List.of(
                wrong(
                        "dc-inner-lost",
                        'c',
                        "The inner derivative of c x + d by c is missing: this is the derivative by d.",
                        (p, i) -> p.term('d', i)),
                wrong(
                        "dd-with-x",
                        'd',
                        "There is a factor x too many: this is the derivative by c. What is the derivative of"
                                + " c x + d by d?",
                        (p, i) -> p.term('c', i)),
                wrong(
                        "dc-argument-changed",
                        'c',
                        "The argument of the logarithm has lost its c, and the logarithm is taken to base 10.",
                        (p, i) -> p.r(i) * p.expA() / p.root(i) * p.x(i) / ((p.x(i) + p.d) * LN10)),
                wrong(
                        "dd-argument-changed",
                        'd',
                        "The argument of the logarithm has lost its c, and the logarithm is taken to base 10.",
                        (p, i) -> p.r(i) * p.expA() / p.root(i) / ((p.x(i) + p.d) * LN10)),
                new Mistake(
                        "log10",
                        "Right up to the factor 1/ln 10: the logarithm is taken to base 10. This sheet means the"
                                + " natural logarithm; half of the points.",
                        each("abcd", (parameter, p, i) -> p.term(parameter, i) / LN10)));
    }

    private static List<Mistake> sine() {
        return List.of(
                wrong(
                        "dm-by-n",
                        'm',
                        "This is the derivative by n: check which letter you differentiate by.",
                        (p, i) -> p.term('n', i)),
                wrong(
                        "dm-by-angle",
                        'm',
                        "The sine has been differentiated. By m the sine is a constant factor.",
                        (p, i) -> p.r(i) * p.m * p.n * p.expX(i) * p.cos(i)),
                wrong(
                        "dm-still-there",
                        'm',
                        "The factor m is still there: what is the derivative of m times a constant by m?",
                        (p, i) -> p.r(i) * p.m * p.sin(i)),
                wrong(
                        "dn-by-x",
                        'n',
                        "This is the derivative by x, with three paths from x to the loss. There is only one path"
                                + " from n.",
                        GraphMistakes::byX),
                wrong(
                        "dn-product-rule",
                        'n',
                        "Two summands as if m and the angle depended on n by the product rule: m does not, so there"
                                + " is one summand.",
                        (p, i) -> p.r(i) * (p.m * p.sin(i) + p.angle(i) * p.cos(i))),
                wrong(
                        "dn-exp-lost",
                        'n',
                        "The factor e^x is missing: the inner derivative of n e^x by n.",
                        (p, i) -> p.r(i) * p.m * p.cos(i)),
                wrong(
                        "dn-sign",
                        'n',
                        "The sign is wrong: the derivative of the sine has a plus.",
                        (p, i) -> -p.term('n', i)),
                wrong(
                        "dn-sine-kept",
                        'n',
                        "The sine is still a sine: the outer function has not been differentiated.",
                        (p, i) -> p.r(i) * p.m * p.expX(i) * p.sin(i)));
    }

    private static double byX(GraphPoint p, int i) {
        double throughRoot = -p.expA() * p.log(i) * p.b / (2 * p.root(i) * p.b * p.x(i));
        double throughLog = p.expA() / p.root(i) * p.c / p.inner(i);
        double throughSine = p.m * p.angle(i) * p.cos(i);
        return p.r(i) * (throughRoot + throughLog + throughSine);
    }

    private static List<Mistake> general() {
        return List.of(
                new Mistake(
                        "no-factor-2",
                        "Half of the right value at every point: did you differentiate the square?",
                        each(GraphPoint.PARAMETERS, (parameter, p, i) -> p.term(parameter, i) / 2)),
                new Mistake(
                        "first-sample-only",
                        "This is the contribution of the first sample alone. The loss is a sum over all samples, and"
                                + " so is each derivative.",
                        each(GraphPoint.PARAMETERS, (parameter, p, i) -> i == 0 ? p.term(parameter, i) : 0)));
    }

    private static Mistake wrong(String id, char parameter, String sentence, Summand summand) {
        return new Mistake(id, sentence, in -> {
            GraphPoint point = new GraphPoint(in);
            return Answers.of("d" + parameter, point.sum(i -> summand.at(point, i)));
        });
    }

    /** Give the summand of sample i of the derivative by a parameter. */
    @FunctionalInterface
    private interface SummandOf {
        double at(char parameter, GraphPoint point, int i);
    }

    private static Function<Inputs, Answers> each(String parameters, SummandOf summand) {
        return in -> {
            GraphPoint point = new GraphPoint(in);
            Answers answers = Answers.none();
            for (int k = 0; k < parameters.length(); k++) {
                char parameter = parameters.charAt(k);
                answers = answers.and("d" + parameter, point.sum(i -> summand.at(parameter, point, i)));
            }
            return answers;
        };
    }
}
