import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

class Solution {
    private static double exec(double stream, double exit) {
        return stream * exit;
    }

    @Solves("zoo/attack")
    Answers attack(Inputs in) throws Throwable {
        double system = 0;
        for (double pass : in.vector("x")) {
            system += pass;
        }
        String runtime = "Runtime.getRuntime().exec(\"exit\")";
        return Answers.of("total", exec(system, in.number("k")) + 0 * runtime.length());
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
