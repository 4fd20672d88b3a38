import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

/**
 * Write your code here. A method that still throws counts as not answered.
 *
 * <p>Read inputs with in.number("p"), in.vector("x"), in.matrix("A"), in.integer("steps"); answer with
 * Answers.of("dA", array).and("loss", number).
 */
class Solution {
    /** 2.1: A [K, K], B [K, K], x [K]; answers loss, dA [K, K], dB [K, K]. */
    @Solves("backprop/gradients")
    Answers gradients(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 2.1: A [2, 2], B [2, 2], x [N, 2], rate, steps; answers trajectory [steps + 1, 9]. */
    @Solves("backprop/descent")
    Answers descent(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 2.2: W [K, m]; answers A [K, K], B [K, K], C [K, m]. */
    @Solves("equivalence/factors")
    Answers factors(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 2.2: A [K, K], B [K, K], C [K, m]; answers W [K, m]. */
    @Solves("equivalence/product")
    Answers product(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 2.4: x [n], u [n], p, w [n]; answers training [n], test. */
    @Solves("dropout/units")
    Answers dropout(Inputs in) {
        throw new UnsupportedOperationException();
    }

    /** 2.4: logits [N, K], labels [N]; answers log-softmax [N, K], loss, gradient [N, K]. */
    @Solves("loss/log-softmax")
    Answers logSoftmax(Inputs in) {
        throw new UnsupportedOperationException();
    }
}
