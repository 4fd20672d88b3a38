import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.ArrayList;
import java.util.List;

class Solution {
    @Solves("bce/gradient")
    Answers loop(Inputs in) {
        while (true) {
            try {
                Thread.sleep(1000);
            } catch (Throwable e) {
                continue;
            }
        }
    }

    @Solves("bce/hessian")
    Answers memory(Inputs in) {
        List<double[]> kept = new ArrayList<>();
        while (true) {
            kept.add(new double[1 << 20]);
        }
    }

    @Solves("pooling/average")
    Answers pooling(Inputs in) {
        double[][] image = in.matrix("image");
        double[][] pooled = new double[7][7];
        for (int i = 0; i < 28 * 28; i++) {
            pooled[i / 28 / 4][i % 28 / 4] += image[i / 28][i % 28] / 16;
        }
        return Answers.of("pooled", pooled);
    }
}
