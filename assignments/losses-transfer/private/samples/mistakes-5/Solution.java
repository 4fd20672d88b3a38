import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;

class Solution {
    @Solves("loss/hessian")
    Answers hessian(Inputs in) {
        double[] w = in.vector("w"), v = in.vector("direction");
        double[][] x = in.matrix("x");
        double[][] hessian = new double[w.length][w.length];
        double along = 0;
        for (double[] row : x) {
            double s = 1 / (1 + Math.exp(-dot(w, row)));
            double weight = s * (1 - s);
            for (int i = 0; i < w.length; i++) {
                for (int j = 0; j < w.length; j++) {
                    hessian[i][j] += weight * row[i] * row[j];
                }
            }
            along += weight * dot(v, row) * dot(v, row);
        }
        return Answers.of("hessian", hessian).and("along", along);
    }

    @Solves("dense/pass")
    Answers pass(Inputs in) {
        double[][] images = in.matrix("images"), w1 = in.matrix("w1"), w2 = in.matrix("w2"), w3 = in.matrix("w3");
        double[] b1 = in.vector("b1"), b2 = in.vector("b2"), b3 = in.vector("b3");
        int batch = images.length;
        double[][] normalised = new double[batch][], logits = new double[batch][];
        double[][] d1 = zeros(w1), d2 = zeros(w2), d3 = zeros(w3);
        double[] e1 = new double[b1.length], e2 = new double[b2.length], e3 = new double[b3.length];
        double loss = 0;
        for (int b = 0; b < batch; b++) {
            double[] x = Arrays.stream(images[b]).map(grey -> (grey / 255 - 0.5) / 0.5).toArray();
            double[] r1 = relu(affine(w1, x, b1));
            double[] r2 = relu(affine(w2, r1, b2));
            double[] z = relu(affine(w3, r2, b3));
            normalised[b] = x;
            logits[b] = z;
            int label = (int) in.vector("labels")[b];
            double[] p = softmax(z);
            loss -= Math.log(p[label]) / batch;
            p[label] -= 1;
            for (int k = 0; k < z.length; k++) {
                p[k] = z[k] > 0 ? p[k] : 0;
            }
            double[] error3 = Arrays.stream(p).map(one -> one / batch).toArray();
            double[] error2 = back(w3, error3, r2);
            double[] error1 = back(w2, error2, r1);
            add(d3, e3, error3, r2);
            add(d2, e2, error2, r1);
            add(d1, e1, error1, x);
        }
        return Answers.of("normalised", normalised).and("logits", logits).and("loss", loss)
                .and("dw1", d1).and("db1", e1).and("dw2", d2).and("db2", e2).and("dw3", d3).and("db3", e3);
    }

    @Solves("dense/split")
    Answers split(Inputs in) {
        int samples = in.integer("samples");
        int size = (int) (in.number("share") * samples);
        double[] training = new double[size], validation = new double[samples - size - 1];
        for (int i = 0; i < samples - 1; i++) {
            if (i < size) {
                training[i] = i;
            } else {
                validation[i - size] = i;
            }
        }
        return Answers.of("training", training).and("validation", validation);
    }

    @Solves("dense/selection")
    Answers select(Inputs in) {
        double[] validation = in.vector("validation");
        int best = 0;
        for (int i = 1; i < validation.length; i++) {
            if (validation[i] >= validation[best]) {
                best = i;
            }
        }
        return Answers.of("chosen", best);
    }

    @Solves("transfer/freeze")
    Answers freeze(Inputs in) {
        double[][] x = in.matrix("x"), w = in.matrix("w"), head = in.matrix("head");
        double[] b = in.vector("b"), gamma = in.vector("gamma"), beta = in.vector("beta");
        double[] mean = in.vector("mean"), var = in.vector("var"), bias = in.vector("headbias");
        double[][] features = new double[x.length][];
        for (int p = 0; p < x.length; p++) {
            double[] a = affine(w, x[p], b);
            for (int j = 0; j < a.length; j++) {
                a[j] = gamma[j] * (a[j] - mean[j]) / Math.sqrt(var[j] + in.number("eps")) + beta[j];
            }
            features[p] = relu(a);
        }
        for (int t = 0; t < 1; t++) {
            double[][] slopes = zeros(head);
            double[] biasSlopes = new double[bias.length];
            for (int p = 0; p < x.length; p++) {
                double[] error = softmax(affine(head, features[p], bias));
                error[(int) in.vector("labels")[p]] -= 1;
                add(slopes, biasSlopes, error, features[p]);
            }
            double rate = in.number("rate") / x.length;
            for (int k = 0; k < head.length; k++) {
                for (int j = 0; j < head[k].length; j++) {
                    head[k][j] -= rate * slopes[k][j];
                }
                bias[k] -= rate * biasSlopes[k];
            }
        }
        return Answers.of("w", w).and("b", b).and("gamma", gamma).and("beta", beta).and("mean", mean).and("var", var)
                .and("head", head).and("headbias", bias).and("features", features);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] affine(double[][] w, double[] x, double[] b) {
        double[] z = b.clone();
        for (int k = 0; k < z.length; k++) {
            z[k] += dot(w[k], x);
        }
        return z;
    }

    private static double[] relu(double[] z) {
        return Arrays.stream(z).map(one -> Math.max(one, 0)).toArray();
    }

    private static double[] softmax(double[] z) {
        double top = Arrays.stream(z).max().orElseThrow();
        double[] powers = Arrays.stream(z).map(one -> Math.exp(one - top)).toArray();
        double total = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(one -> one / total).toArray();
    }

    private static double[][] zeros(double[][] like) {
        return new double[like.length][like[0].length];
    }

    private static double[] back(double[][] w, double[] error, double[] below) {
        double[] result = new double[below.length];
        for (int j = 0; j < below.length; j++) {
            for (int k = 0; k < error.length && below[j] > 0; k++) {
                result[j] += w[k][j] * error[k];
            }
        }
        return result;
    }

    private static void add(double[][] slopes, double[] biasSlopes, double[] error, double[] below) {
        for (int k = 0; k < error.length; k++) {
            biasSlopes[k] += error[k];
            for (int j = 0; j < below.length; j++) {
                slopes[k][j] += error[k] * below[j];
            }
        }
    }
}
