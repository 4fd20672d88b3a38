import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;

class Solution {
    @Solves("bce/gradient")
    Answers gradient(Inputs in) {
        return Answers.of("gradient", in.vector("w")).and("loss", in.number("y"));
    }

    @Solves("bce/hessian")
    Answers hessian(Inputs in) {
        double[] w = in.vector("w");
        double[][] hessian = new double[w.length][];
        Arrays.setAll(hessian, i -> w);
        return Answers.of("hessian", hessian).and("weights", in.vector("y"));
    }

    @Solves("linreg/descent")
    Answers descent(Inputs in) {
        double[][] rows = new double[in.integer("steps") + 1][];
        Arrays.setAll(rows, t -> Arrays.copyOf(in.vector("x"), 3));
        return Answers.of("trajectory", rows).and("largest-rate", in.number("rate"));
    }

    @Solves("linreg/closed-form")
    Answers closedForm(Inputs in) {
        return Answers.of("slope", in.vector("x")[0]).and("intercept", in.vector("y")[0]).and("degenerate", false);
    }

    @Solves("bce/batch-gradient")
    Answers batchGradient(Inputs in) {
        return Answers.of("gradient", in.matrix("x")[0]);
    }

    @Solves("pooling/average")
    Answers pooling(Inputs in) {
        double[][] corner = Arrays.copyOf(in.matrix("image"), 7);
        Arrays.setAll(corner, i -> Arrays.copyOf(corner[i], 7));
        return Answers.of("pooled", corner);
    }

    @Solves("softmax/loss")
    Answers loss(Inputs in) {
        return Answers.of("loss", in.vector("logits")[in.integer("label")]);
    }

    @Solves("softmax/step")
    Answers step(Inputs in) {
        return Answers.of("weights", in.matrix("weights"));
    }
}
