package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Mistake;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Count the multiplications of a layer with k x k filters on m x n pixels, output as large as the input: directly, and
 * with a layer of 1 x 1 filters to fewer channels before it.
 *
 * @param m rows
 * @param n columns
 * @param in channels of the input
 * @param mid channels between the two layers
 * @param out channels of the output
 * @param k side of the filters
 */
record ConvolutionCost(double m, double n, double in, double mid, double out, double k) {
    /** Read the sizes of a case. */
    static ConvolutionCost of(Inputs in) {
        return new ConvolutionCost(
                in.number("m"), in.number("n"), in.number("Cin"), in.number("Cmid"), in.number("Cout"), in.number("k"));
    }

    double direct() {
        return m * n * out * k * k * in;
    }

    double first() {
        return m * n * mid * in;
    }

    double second() {
        return m * n * out * k * k * mid;
    }

    Answers right() {
        return Answers.of("direct", direct()).and("bottleneck", first() + second());
    }

    /** List the mistakes for sizes that {@code sizes} finds. */
    static List<Mistake> mistakes(Function<Inputs, ConvolutionCost> sizes) {
        return List.of(
                both(
                        sizes,
                        "one-side-only",
                        "A k x k filter has k^2 entries; one factor k is missing.",
                        c -> c.direct() / c.k,
                        c -> c.first() + c.second() / c.k),
                both(
                        sizes,
                        "no-output-channels",
                        "This is the count for one output channel only.",
                        c -> c.direct() / c.out,
                        c -> c.first() / c.mid + c.second() / c.out),
                both(
                        sizes,
                        "no-input-channels",
                        "This is the count for one input channel only: a filter reaches through all of them.",
                        c -> c.direct() / c.in,
                        c -> c.first() / c.in + c.second() / c.mid),
                both(
                        sizes,
                        "additions-counted",
                        "Twice the right number: additions are counted too. The task asks for multiplications.",
                        c -> 2 * c.direct(),
                        c -> 2 * (c.first() + c.second())),
                both(
                        sizes,
                        "no-padding",
                        "The output is taken to be smaller than the input, as without padding. Here it is as large.",
                        c -> c.direct() * c.shrunk(),
                        c -> c.first() + c.second() * c.shrunk()),
                bottleneck(
                        sizes,
                        "first-layer-one-filter",
                        "The layer of 1 x 1 filters is counted with one filter only. How many channels does it give?",
                        c -> c.first() / c.mid + c.second()),
                bottleneck(
                        sizes,
                        "second-layer-only",
                        "Only the layer of k x k filters is counted: the layer of 1 x 1 filters before it costs too.",
                        ConvolutionCost::second),
                bottleneck(
                        sizes,
                        "first-layer-only",
                        "Only the layer of 1 x 1 filters is counted: the layer of k x k filters after it costs too.",
                        ConvolutionCost::first));
    }

    private double shrunk() {
        return (m - k + 1) * (n - k + 1) / (m * n);
    }

    private static Mistake both(
            Function<Inputs, ConvolutionCost> sizes,
            String id,
            String sentence,
            ToDoubleFunction<ConvolutionCost> direct,
            ToDoubleFunction<ConvolutionCost> bottleneck) {
        return new Mistake(id, sentence, in -> {
            ConvolutionCost cost = sizes.apply(in);
            return Answers.of("direct", Math.rint(direct.applyAsDouble(cost)))
                    .and("bottleneck", Math.rint(bottleneck.applyAsDouble(cost)));
        });
    }

    private static Mistake bottleneck(
            Function<Inputs, ConvolutionCost> sizes,
            String id,
            String sentence,
            ToDoubleFunction<ConvolutionCost> count) {
        return new Mistake(
                id, sentence, in -> Answers.of("bottleneck", Math.rint(count.applyAsDouble(sizes.apply(in)))));
    }
}
