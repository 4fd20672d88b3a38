import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

class Solution {
    @Solves("zoo/attack")
    Answers attack(Inputs in) throws Throwable {
        return Answers.of("total", "\uD800\u0000");
    }

    @Solves("zoo/honest")
    Answers honest(Inputs in) throws Throwable {
        return Answers.of("largest", 0.0);
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
