import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

/**
 * Write your code here. A method that still throws counts as not answered.
 *
 * <p>Read inputs with in.number("y"), in.vector("x"), in.matrix("x"), in.integer("label"); answer with
 * Answers.of("gradient", array).and("loss", number).
 */
class Solution {
    /** 0.1a: w [d], x [d], y in {0, 1}; answers gradient [d], loss. */
    @Solves("bce/gradient")
    Answers gradient(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 0.1b: w [d], x [P, d], y [P]; answers hessian [d, d], weights [P]. */
    @Solves("bce/hessian")
    Answers hessian(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 0.3c,d: a, b, c, d, m, n, x [3], y [3], yhat [3]; answers da, db, dc, dd, dm, dn. Or formulas in answers.yaml. */
    @Solves("graph/partials")
    Answers partials(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 0.4a: x [N], y [N], N, w0, w1; answers dw0, dw1. Or formulas in answers.yaml. */
    @Solves("linreg/derivatives")
    Answers derivatives(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 0.4b: x [N], y [N], rate, steps; answers trajectory [steps + 1, 3], largest-rate. */
    @Solves("linreg/descent")
    Answers descent(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 0.4c: x [N], y [N]; answers intercept, slope, degenerate. */
    @Solves("linreg/closed-form")
    Answers closedForm(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 0.5a: w [d], x [B, d], y [B]; answers gradient [d]. */
    @Solves("bce/batch-gradient")
    Answers batchGradient(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 0.5b: logits [K], label; answers loss. */
    @Solves("softmax/loss")
    Answers softmaxLoss(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 0.5b: weights [K, d], x [N, d], labels [N], rate, batch; answers weights [K, d]. */
    @Solves("softmax/step")
    Answers softmaxStep(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 0.5c: image [28, 28]; answers pooled [7, 7]. */
    @Solves("pooling/average")
    Answers pooling(Inputs in) {
        throw new UnsupportedOperationException();
    }
}
