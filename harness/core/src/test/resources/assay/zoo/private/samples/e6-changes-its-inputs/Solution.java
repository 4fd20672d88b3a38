import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

class Solution {
    @Solves("zoo/attack")
    Answers attack(Inputs in) throws Throwable {
        double[] x = in.vector("x");
        java.util.Arrays.fill(x, 0);
        return Answers.of("total", 0);
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
