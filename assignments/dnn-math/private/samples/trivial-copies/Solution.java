import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import assay.api.Tensor;
import java.util.Arrays;

class Solution {
    @Solves("conv/apply")
    Answers apply(Inputs in) {
        return Answers.of("output", in.tensor("image"));
    }

    @Solves("pooling/filter")
    Answers filter(Inputs in) {
        int c = in.integer("C"), k = in.integer("k");
        return Answers.of("filter", filled(k, c, c, k, k)).and("stride", c);
    }

    @Solves("pooling/maximum")
    Answers maximum(Inputs in) {
        return Answers.of("pooled", filled(in.matrix("image")[0][0], in.integer("k"), in.integer("l")));
    }

    @Solves("losses/step")
    Answers steps(Inputs in) {
        return Answers.of("kl", in.tensor("w")).and("mse", in.tensor("w"));
    }

    @Solves("losses/runs")
    Answers runs(Inputs in) {
        double value = in.vector("values")[0];
        return Answers.of("mean", value).and("spread-n", value).and("spread-n-1", value);
    }

    @Solves("mlp/jacobians")
    Answers jacobians(Inputs in) {
        int n1 = in.vector("y1").length, n2 = in.vector("y2").length;
        return Answers.of("dy1-db1", filled(in.vector("y1")[0], n1, n1))
                .and("dy2-db2", filled(in.vector("y2")[0], n2, n2))
                .and("dy1-dy0", in.tensor("A1"))
                .and("dy2-dy1", in.tensor("A2"))
                .and("dy3-dy1", filled(in.vector("y1")[0], 1, n1));
    }

    @Solves("mlp/weights")
    Answers weights(Inputs in) {
        int n1 = in.vector("y1").length, n2 = in.vector("y2").length;
        return Answers.of("dy3-dA3", in.tensor("A3"))
                .and("dy3-dA2", in.tensor("A2"))
                .and("dy3-dA1", in.tensor("A1"))
                .and("dy3-db2", filled(in.vector("b2")[0], 1, n2))
                .and("dy3-db1", filled(in.vector("b1")[0], 1, n1));
    }

    @Solves("lenet/masked")
    Answers masked(Inputs in) {
        return Answers.of("output", in.tensor("g")).and("gradient", in.tensor("weights"));
    }

    private static Tensor filled(double value, int... shape) {
        double[] entries = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        Arrays.fill(entries, value);
        return Tensor.of(shape, entries);
    }
}
