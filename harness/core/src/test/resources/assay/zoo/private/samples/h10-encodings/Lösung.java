import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

/** Lösung für Übung 1. */
class Lösung {
    @Solves("zoo/attack")
    Answers attack(Inputs in) {
        double sum = 0;
        for (double value : in.vector("x")) {
            sum += value;
        }
        return Answers.of("total", in.number("k") * sum);
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
