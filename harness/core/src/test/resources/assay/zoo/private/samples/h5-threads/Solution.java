import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class Solution {
    @Solves("zoo/attack")
    Answers attack(Inputs in) throws Throwable {
        var pool = Executors.newFixedThreadPool(4);
        double k = pool.submit(() -> in.number("k")).get(1, TimeUnit.SECONDS);
        return Answers.of("total", k * Arrays.stream(in.vector("x")).parallel().sum());
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
