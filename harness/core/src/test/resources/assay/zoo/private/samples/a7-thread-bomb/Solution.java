import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

class Solution {
    static void bomb() {
        while (true) {
            try {
                new Thread(Solution::bomb).start();
            } catch (Throwable e) {
                Thread.onSpinWait();
            }
        }
    }

    @Solves("zoo/attack")
    Answers attack(Inputs in) throws Throwable {
        bomb();
        return null;
    }

    @Solves("zoo/honest")
    Answers honest(Inputs in) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : in.vector("x")) {
            largest = Math.max(largest, value);
        }
        return Answers.of("largest", largest);
    }

    @Solves("zoo/vector")
    Answers vector(Inputs in) {
        double[] y = in.vector("x").clone();
        for (int i = 0; i < y.length; i++) {
            y[i] *= in.number("k");
        }
        return Answers.of("y", y);
    }
}
