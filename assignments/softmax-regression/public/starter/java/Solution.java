import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

/**
 * Write your code here. A method that still throws counts as not answered.
 *
 * <p>Read inputs with in.number("y"), in.vector("x"), in.matrix("W"), in.integer("batch"); answer with
 * Answers.of("gradient", array).and("loss", number).
 */
class Solution {
    /**
     * 3.1a: w [d], x [d], y.
     *
     * <p>Answers slope [d], gradient [d], loss.
     */
    @Solves("logistic/gradient")
    Answers logisticGradient(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.1b: p, q.
     *
     * <p>Answers own, other. Or formulas in answers.yaml.
     */
    @Solves("softmax/slopes")
    Answers softmaxSlopes(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.1b: z [K].
     *
     * <p>Answers jacobian [K, K].
     */
    @Solves("softmax/jacobian")
    Answers softmaxJacobian(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.1b: W [K, d], x [d], y [K].
     *
     * <p>Answers gradient [K, d].
     */
    @Solves("softmax/gradient")
    Answers softmaxGradient(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.2a: images [N, P].
     *
     * <p>Answers x [N, D].
     */
    @Solves("images/preprocess")
    Answers imagesPreprocess(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.2a: w [d], x [N, d], y [N].
     *
     * <p>Answers loss, gradient [d].
     */
    @Solves("logistic/batch")
    Answers logisticBatch(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.2a: w [d], x [N, d], y [N], claimed [d], eps.
     *
     * <p>Answers approximation [d], accepted.
     */
    @Solves("logistic/gradient-test")
    Answers logisticGradientTest(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.2b: w [d], x [N, d], y [N], rate, batch.
     *
     * <p>Answers weights [d], losses [B].
     */
    @Solves("logistic/epoch")
    Answers logisticEpoch(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.2c: yhat [N], y [N].
     *
     * <p>Answers accuracy.
     */
    @Solves("logistic/accuracy")
    Answers logisticAccuracy(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.2d: losses [n], patience.
     *
     * <p>Answers stop, best.
     */
    @Solves("training/early-stopping")
    Answers trainingEarlyStopping(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.2e: x [N, d], y [N], epochs, seeds [3].
     *
     * <p>Answers orders [3, E, N], x [E, N, d], y [E, N], given [N, d].
     */
    @Solves("training/shuffle")
    Answers trainingShuffle(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.3a: z [N, K].
     *
     * <p>Answers p [N, K].
     */
    @Solves("softmax/probabilities")
    Answers softmaxProbabilities(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.3a: labels [N], classes.
     *
     * <p>Answers one-hot [N, K], invalid.
     */
    @Solves("softmax/one-hot")
    Answers softmaxOneHot(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.3a: W [K, d], x [N, d], y [N, K].
     *
     * <p>Answers loss, gradient [K, d].
     */
    @Solves("softmax/batch")
    Answers softmaxBatch(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.3b,c: x [N, d], labels [N], xv [M, d], labelsv [M], classes, rate, batch, epochs.
     *
     * <p>Answers train-loss [T], validation-loss [T], train-accuracy [T], validation-accuracy [T].
     */
    @Solves("curves/log")
    Answers curvesLog(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.4a: W [K, d], x [N, d], y [N, K], strength.
     *
     * <p>Answers gradient [K, d], gradient-half [K, d], objective.
     */
    @Solves("l2/gradient")
    Answers l2Gradient(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.4b,c,e: x [N, d], labels [N], classes, lambdas [L], rate, steps.
     *
     * <p>Answers norms [L], losses [L], accuracies [L].
     */
    @Solves("l2/path")
    Answers l2Path(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /**
     * 3.4b: W [K, D], height, width.
     *
     * <p>Answers images [K, h, w].
     */
    @Solves("l2/images")
    Answers l2Images(Inputs in) {
        throw new UnsupportedOperationException();
    }
}
