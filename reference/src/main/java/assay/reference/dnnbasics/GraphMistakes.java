package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Know the wrong derivatives of the computational graph; those for one derivative first, then the general ones.
 *
 * <p>Each derivative is judged alone, so one number with a wrong sign cannot tell a residual that is turned round from
 * a sign lost on the way: there is one mistake for both, and its sentence says how to tell them apart.
 */
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
        mistakes.addAll(exponential());
        mistakes.addAll(root());
        mistakes.addAll(logarithm());
        mistakes.addAll(argument());
        mistakes.addAll(sine());
        GraphPoint.PARAMETERS.chars().forEach(letter -> mistakes.add(by((char) letter)));
        mistakes.addAll(general());
        return List.copyOf(mistakes);
    }

    private static List<Mistake> exponential() {
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
                        "da-exp-x-only",
                        'a',
                        "There is e^x where the formula has e^a; the rest is right. Which of the two exponentials does"
                                + " this path run through?",
                        (p, i) -> p.r(i) * p.expX(i) * p.log(i) / p.root(i)),
                wrong(
                        "da-without-log",
                        'a',
                        "The logarithm is missing. It does not contain a, so it is a constant factor here, and constant"
                                + " factors stay.",
                        (p, i) -> p.r(i) * p.expA() / p.root(i)),
                wrong(
                        "da-without-exp",
                        'a',
                        "The exponential with a is missing: what is the derivative of e^a by a?",
                        (p, i) -> p.r(i) * p.log(i) / p.root(i)));
    }

    private static List<Mistake> root() {
        return List.of(
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
                        "db-without-x",
                        'b',
                        "The factor x is missing: the inner derivative of sqrt(b x) by b.",
                        (p, i) -> p.term('b', i) / p.x(i)),
                wrong(
                        "db-without-b",
                        'b',
                        "A factor 1/b is missing: differentiating lowers the power of b by one. Which power has b in the"
                                + " formula, and which in your derivative?",
                        (p, i) -> p.b * p.term('b', i)),
                wrong(
                        "db-root-lost",
                        'b',
                        "You have differentiated 1/u with u = sqrt(b x), and the derivative of u by b is missing.",
                        (p, i) -> -p.r(i) * p.expA() * p.log(i) / (p.b * p.x(i))),
                wrong(
                        "db-half-lost",
                        'b',
                        "Twice the right value: a factor 1/2 is missing. Did you differentiate the square root, with its"
                                + " exponent as a factor?",
                        (p, i) -> 2 * p.term('b', i)));
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
                        (p, i) -> p.r(i) * p.expA() / p.root(i) / ((p.x(i) + p.d) * LN10)));
    }

    private static List<Mistake> argument() {
        return List.of(
                wrong(
                        "dc-without-c",
                        'c',
                        "The argument of the logarithm has lost its c: what stands inside the logarithm stays as it is,"
                                + " also below the line.",
                        (p, i) -> p.r(i) * p.expA() / p.root(i) * p.x(i) / (p.x(i) + p.d)),
                wrong(
                        "dd-without-c",
                        'd',
                        "The argument of the logarithm has lost its c: what stands inside the logarithm stays as it is,"
                                + " also below the line.",
                        (p, i) -> p.r(i) * p.expA() / p.root(i) / (p.x(i) + p.d)),
                new Mistake(
                        "inner-by-x",
                        "The inner derivative of the logarithm is taken by x: there is a factor c that does not belong"
                                + " here. Which letter do you differentiate by?",
                        each("cd", (parameter, p, i) -> p.term('d', i) * p.c)),
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

    /** Answer each of the other derivatives with the one by this letter. */
    private static Mistake by(char letter) {
        return new Mistake(
                "by-" + letter,
                "This is the derivative by " + letter + ". Have two answers changed places, or did you follow the path"
                        + " of the wrong letter?",
                each(
                        GraphPoint.PARAMETERS.replace(String.valueOf(letter), ""),
                        (parameter, p, i) -> p.term(letter, i)));
    }

    private static List<Mistake> general() {
        return List.of(
                new Mistake(
                        "residual-turned",
                        "Right but for the sign. If several of your derivatives are, the residual is turned round:"
                                + " (y - yhat)^2 is the same loss, but its inner derivative brings a minus of its own."
                                + " If this one alone is, look along its own path: which steps turn the sign, and"
                                + " which do not?",
                        each(GraphPoint.PARAMETERS, (parameter, p, i) -> -p.term(parameter, i))),
                new Mistake(
                        "mean-for-sum",
                        "The right value divided by the number of samples: here is a mean, the loss is a sum over the"
                                + " samples.",
                        each(GraphPoint.PARAMETERS, (parameter, p, i) -> p.term(parameter, i) / p.samples())),
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
