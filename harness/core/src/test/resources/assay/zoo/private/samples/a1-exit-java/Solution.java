import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

class Solution {
    @Solves("zoo/attack")
    Answers attack(Inputs in) throws Throwable {
        System.exit(0);
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
    Answers vector(Inputs in) throws Throwable {
        Runtime.getRuntime().halt(0);
        return null;
    }
}
