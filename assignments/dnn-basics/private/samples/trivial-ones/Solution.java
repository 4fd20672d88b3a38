import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;

class Solution {
    @Solves("bce/gradient")
    Answers gradient(Inputs in) {
        return Answers.of("gradient", ones(in.vector("w").length)).and("loss", 1);
    }

    @Solves("bce/hessian")
    Answers hessian(Inputs in) {
        int d = in.vector("w").length;
        return Answers.of("hessian", ones(d, d)).and("weights", ones(in.vector("y").length));
    }

    @Solves("linreg/descent")
    Answers descent(Inputs in) {
        return Answers.of("trajectory", ones(in.integer("steps") + 1, 3)).and("largest-rate", 1);
    }

    @Solves("linreg/closed-form")
    Answers closedForm(Inputs in) {
        return Answers.of("slope", 1).and("intercept", 1).and("degenerate", true);
    }

    @Solves("bce/batch-gradient")
    Answers batchGradient(Inputs in) {
        return Answers.of("gradient", ones(in.vector("w").length));
    }

    @Solves("pooling/average")
    Answers pooling(Inputs in) {
        return Answers.of("pooled", ones(7, 7));
    }

    @Solves("softmax/loss")
    Answers loss(Inputs in) {
        return Answers.of("loss", 1);
    }

    @Solves("softmax/step")
    Answers step(Inputs in) {
        double[][] weights = in.matrix("weights");
        return Answers.of("weights", ones(weights.length, weights[0].length));
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[][] ones(int rows, int columns) {
        double[][] ones = new double[rows][];
        Arrays.setAll(ones, i -> ones(columns));
        return ones;
    }
}
