import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

/**
 * Write your code here. A method that still throws counts as not answered.
 *
 * <p>Read inputs with in.number("rate"), in.integer("k"), in.vector("y"), in.matrix("A1"), and in.tensor("x").get(i, j, k) for
 * three axes or more; answer with Answers.of("kl", array).and("mse", array). Arrays may have any number of axes.
 */
class Solution {
    /** 1.1: image [m, n], filter [3, 3]; answers output [m, n]. */
    @Solves("conv/apply")
    Answers apply(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 1.2: C, k; answers filter [C, C, k, k], stride. */
    @Solves("pooling/filter")
    Answers poolingFilter(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 1.3b: m, n, Cin, Cmid, Cout, k; answers direct, bottleneck. Or formulas in answers.yaml. */
    @Solves("cost/formula")
    Answers cost(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 1.4: image [m, n], k, l; answers pooled [k, l]. */
    @Solves("pooling/maximum")
    Answers maximum(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 1.5a: z [N], y [N], N; answers kl, mse, dkl, dmse. Or formulas in answers.yaml. */
    @Solves("losses/values")
    Answers losses(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 1.5b: w [d], x [N, d], y [N], rate; answers kl [d], mse [d]. */
    @Solves("losses/step")
    Answers steps(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 1.5b: z; answers ratio. Or a formula in answers.yaml. */
    @Solves("losses/vanishing")
    Answers vanishing(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 1.5b: values [n]; answers mean, spread-n, spread-n-1. */
    @Solves("losses/runs")
    Answers runs(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 1.6a: A1, b1, A2, b2, A3, b3, y0, y1, y2; answers dy1-db1, dy2-db2, dy1-dy0, dy2-dy1, dy3-dy1. */
    @Solves("mlp/jacobians")
    Answers jacobians(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 1.6b: A1, b1, A2, b2, A3, b3, y0, y1, y2; answers dy3-dA3, dy3-dA2, dy3-dA1, dy3-db2, dy3-db1. */
    @Solves("mlp/weights")
    Answers weights(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 1.7: x [in, h, w], weights [out, in, k, k], bias [out], mask [out, in], g [out, h2, w2]; answers output, gradient. */
    @Solves("lenet/masked")
    Answers masked(Inputs in) {
        throw new UnsupportedOperationException();
    }
}
