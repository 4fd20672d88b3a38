import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;

class Solution {
    @Solves("backprop/gradients")
    Answers gradients(Inputs in) {
        return Answers.of("loss", in.vector("x")[0]).and("dA", in.matrix("A")).and("dB", in.matrix("B"));
    }

    @Solves("backprop/descent")
    Answers descent(Inputs in) {
        double[] a = in.tensor("A").toArray(), b = in.tensor("B").toArray();
        double[][] rows = new double[in.integer("steps") + 1][];
        Arrays.setAll(rows, t -> new double[] {a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3], in.number("rate")});
        return Answers.of("trajectory", rows);
    }

    @Solves("equivalence/factors")
    Answers factors(Inputs in) {
        int k = in.matrix("W").length;
        double[][] square = new double[k][];
        Arrays.setAll(square, i -> Arrays.copyOf(in.matrix("W")[i], k));
        return Answers.of("A", square).and("B", square).and("C", in.matrix("W"));
    }

    @Solves("equivalence/product")
    Answers product(Inputs in) {
        return Answers.of("W", in.matrix("C"));
    }

    @Solves("dropout/units")
    Answers dropout(Inputs in) {
        return Answers.of("training", in.vector("u")).and("test", in.number("p"));
    }

    @Solves("loss/log-softmax")
    Answers loss(Inputs in) {
        return Answers.of("log-softmax", in.matrix("logits"))
                .and("loss", in.vector("labels")[0])
                .and("gradient", in.matrix("logits"));
    }
}
