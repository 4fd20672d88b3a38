import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

/** What submissions in Java are timed against: one pass over the samples. */
class Timed {
    @Solves("softmax/batch")
    Answers batch(Inputs in) {
        double[][] w = in.matrix("W"), x = in.matrix("x"), y = in.matrix("y");
        int classes = w.length, d = w[0].length;
        double[][] gradient = new double[classes][d];
        double[] z = new double[classes];
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double[] row = x[i], target = y[i];
            double top = Double.NEGATIVE_INFINITY, sum = 0;
            for (int k = 0; k < classes; k++) {
                double logit = 0;
                for (int j = 0; j < d; j++) {
                    logit += w[k][j] * row[j];
                }
                z[k] = logit;
                top = Math.max(top, logit);
            }
            double expected = 0;
            for (int k = 0; k < classes; k++) {
                expected += target[k] * (z[k] - top);
                z[k] = Math.exp(z[k] - top);
                sum += z[k];
            }
            loss += Math.log(sum) - expected;
            for (int k = 0; k < classes; k++) {
                double factor = (z[k] / sum - target[k]) / x.length;
                for (int j = 0; j < d; j++) {
                    gradient[k][j] += factor * row[j];
                }
            }
        }
        return Answers.of("loss", loss / x.length).and("gradient", gradient);
    }
}
