package assay.reference.backprop;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Solve 2.1: the derivatives of |A A (sigma(A x) (B x))|^2 by A and by B. */
public final class BackpropGradients implements ReferenceTask {
    private static final double FLAT = 4;
    private static final double FAR = 0.1;

    @Override
    public String id() {
        return "backprop/gradients";
    }

    /**
     * Keep away from what hides mistakes: K = 1 and symmetric A hide transposes, small x hides everything, a sigmoid that is
     * flat hides its slope.
     */
    @Override
    public Inputs draw(Draw draw) {
        int k = draw.integer(2, 5);
        return draw.until(
                () -> inputs(
                        draw.matrix(k, k, draw::normal), draw.matrix(k, k, draw::normal), draw.vector(k, draw::normal)),
                BackpropGradients::tells);
    }

    private static boolean tells(Inputs in) {
        double[][] a = in.matrix("A");
        double skew = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                skew = Math.max(skew, Math.abs(a[i][j] - a[j][i]));
            }
        }
        QuadraticNet net = net(in);
        return skew >= FAR
                && Sums.largest(net.y()) <= FLAT
                && Sums.largest(in.vector("x")) >= FAR
                && net.loss() >= FAR * FAR
                && net.loss() >= FAR * FAR * net.magnitudes().loss();
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(new EdgeCase(
                "by hand",
                inputs(
                        Tensor.matrix(new double[] {1, 0.5}, new double[] {-1, 2}),
                        Tensor.matrix(new double[] {0.5, -1}, new double[] {1, 0.25}),
                        new double[] {1, -0.5})));
    }

    private static Inputs inputs(Tensor a, Tensor b, double[] x) {
        return Inputs.none().and("A", a).and("B", b).and("x", x);
    }

    private static QuadraticNet net(Inputs in) {
        return new QuadraticNet(in.matrix("A"), in.matrix("B"), in.vector("x"));
    }

    @Override
    public Answers solve(Inputs in) {
        return answers(net(in), Set.of());
    }

    @Override
    public Answers scale(Inputs in) {
        return answers(net(in).magnitudes(), Set.of());
    }

    private static Answers answers(QuadraticNet net, Set<Slip> slips) {
        QuadraticNet.Gradients gradients = net.gradients(slips);
        return Answers.of("loss", net.loss())
                .and("dA", Tensor.matrix(gradients.a()))
                .and("dB", Tensor.matrix(gradients.b()));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                slip(
                        "no-transposes",
                        "On the way back A stands where its transpose belongs. Check one entry: which entries of z does"
                                + " w_i depend on, and with which weight does z_j get the derivatives back?",
                        Slip.NO_TRANSPOSE),
                slip(
                        "one-step-back-missing",
                        "One A is skipped on the way back: from w to the product u v there are two matrices, and the"
                                + " derivative passes both.",
                        Slip.ONE_STEP_BACK),
                only(
                        "dA",
                        slip(
                                "slope-missing",
                                "The slope of the sigmoid is missing where the derivative passes from u to y = A x.",
                                Slip.NO_SLOPE)),
                only(
                        "dA",
                        slip(
                                "outer-use-only",
                                "Only the last use of A, in w = A z, is differentiated. A stands in the net three times, and"
                                        + " the derivatives of all uses add up.",
                                Slip.OUTER_USE_ONLY)),
                only(
                        "dA",
                        slip(
                                "inner-use-missing",
                                "The use of A in y = A x is missing. A stands in the net three times, and the derivatives of"
                                        + " all uses add up.",
                                Slip.WITHOUT_INNER_USE)),
                only(
                        "dA",
                        slip(
                                "middle-use-missing",
                                "The use of A in z = A (u v) is missing. A stands in the net three times, and the"
                                        + " derivatives of all uses add up.",
                                Slip.WITHOUT_MIDDLE_USE)),
                only(
                        "dA",
                        slip(
                                "outer-use-missing",
                                "The use of A in w = A z is missing. A stands in the net three times, and the derivatives of"
                                        + " all uses add up.",
                                Slip.WITHOUT_OUTER_USE)),
                slip(
                        "no-factor-2",
                        "Every entry is half of the right one: the 2 from the square is missing at the very start.",
                        Slip.NO_FACTOR_2),
                only(
                        "dB",
                        slip(
                                "gate-missing",
                                "The factor u is missing: v enters the net only through the product of u and v, entry by"
                                        + " entry.",
                                Slip.NO_GATE)),
                only(
                        "dB",
                        slip(
                                "slope-towards-B",
                                "The slope of the sigmoid stands in the derivative by B. On the way from B to the loss"
                                        + " nothing passes the sigmoid: u depends on A alone.",
                                Slip.SLOPE_TOWARDS_B)),
                flipped(),
                vector("vector-for-matrix", "", Function.identity()),
                vector("vector-as-rows", " Every row repeats it.", BackpropGradients::rows),
                vector(
                        "vector-as-columns",
                        " Every column repeats it.",
                        one -> rows(one).transposed()),
                vector("vector-on-diagonal", " It stands on the diagonal.", BackpropGradients::diagonal));
    }

    private static Mistake slip(String id, String sentence, Slip slip) {
        return new Mistake(id, sentence, in -> answers(net(in), EnumSet.of(slip)));
    }

    private static Mistake only(String answer, Mistake mistake) {
        return new Mistake(
                mistake.id(),
                mistake.sentence(),
                in -> Answers.of(answer, mistake.answer().apply(in).tensor(answer)));
    }

    private static Mistake flipped() {
        return new Mistake(
                "result-transposed",
                "The matrix is transposed: entry [i, j] is the derivative by entry [i, j]. Which factor of the outer"
                        + " product counts the rows?",
                in -> {
                    QuadraticNet.Gradients right = net(in).gradients(Set.of());
                    return Answers.of("dA", Tensor.matrix(right.a()).transposed())
                            .and("dB", Tensor.matrix(right.b()).transposed());
                });
    }

    private static Mistake vector(String id, String where, Function<Tensor, Tensor> form) {
        return new Mistake(
                id,
                "Products entry by entry give one number per row, but the derivative by a matrix is a matrix: the"
                        + " derivative by entry [i, j] is what comes back at i times what went in at j (an outer product)."
                        + where,
                in -> Answers.of("dA", form.apply(Tensor.vector(net(in).publishedA())))
                        .and("dB", form.apply(Tensor.vector(net(in).publishedB()))));
    }

    private static Tensor rows(Tensor vector) {
        double[][] rows = new double[vector.size()][];
        java.util.Arrays.setAll(rows, i -> vector.toArray());
        return Tensor.matrix(rows);
    }

    private static Tensor diagonal(Tensor vector) {
        double[][] rows = new double[vector.size()][vector.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i][i] = vector.at(i);
        }
        return Tensor.matrix(rows);
    }
}
