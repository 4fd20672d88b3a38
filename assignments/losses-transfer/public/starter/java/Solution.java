import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

/**
 * Write your code here. A method that still throws counts as not answered.
 *
 * <p>Read inputs with in.number("rate"), in.vector("b1"), in.matrix("w1"), in.integer("steps"); answer with
 * Answers.of("logits", array).and("loss", number).
 */
class Solution {
    /** 1: w, x; answers label1, label0. Or formulas in answers.yaml. */
    @Solves("loss/curvature")
    Answers lossCurvature(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 1: w [d], x [P, d], y [P], direction [d]; answers hessian [d, d], along. */
    @Solves("loss/hessian")
    Answers lossHessian(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 2: w1, w2, x, y; answers w1w1, w2w2, w1w2. Or formulas in answers.yaml. */
    @Solves("linear/hessian")
    Answers linearHessian(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3: images [B, n], labels [B], w1 [h1, n], b1 [h1], w2 [h2, h1], b2 [h2], w3 [K, h2], b3 [K]; answers
     * normalised [B, n], logits [B, K], loss, dw1 [h1, n], db1 [h1], dw2 [h2, h1], db2 [h2], dw3 [K, h2], db3 [K].
     */
    @Solves("dense/pass")
    Answers densePass(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 3: samples, share; answers training [m], validation [k]. */
    @Solves("dense/split")
    Answers denseSplit(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 3: training [T], validation [T], test [T]; answers chosen. */
    @Solves("dense/selection")
    Answers denseSelection(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 4: x [B, n], labels [B], w [h, n], b [h], gamma [h], beta [h], mean [h], var [h], head [K, h], headbias [K],
     * eps, momentum, rate, steps; answers w [h, n], b [h], gamma [h], beta [h], mean [h], var [h], head [K, h],
     * headbias [K], features [B, h].
     */
    @Solves("transfer/freeze")
    Answers transferFreeze(Inputs in) {
        throw new UnsupportedOperationException();
    }
}
