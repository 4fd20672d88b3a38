import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

class Solution {
    @Solves("backprop/gradients")
    Answers gradients(Inputs in) {
        double[][] a = in.matrix("A"), b = in.matrix("B");
        double[][] da = new double[a.length][a.length], db = new double[a.length][a.length];
        double loss = accumulate(a, b, in.vector("x"), da, db);
        return Answers.of("loss", loss).and("dA", da).and("dB", db);
    }

    @Solves("backprop/descent")
    Answers descent(Inputs in) {
        double[][] a = in.matrix("A"), b = in.matrix("B");
        double rate = in.number("rate");
        double[][] rows = new double[in.integer("steps") + 1][];
        for (int t = 0; t < rows.length; t++) {
            double[][] da = new double[2][2], db = new double[2][2];
            double loss = 0;
            for (double[] x : in.matrix("x")) {
                loss += accumulate(a, b, x, da, db);
            }
            rows[t] = new double[] {a[0][0], a[0][1], a[1][0], a[1][1], b[0][0], b[0][1], b[1][0], b[1][1], loss};
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    a[i][j] -= rate * da[i][j];
                    b[i][j] -= rate * db[i][j];
                }
            }
        }
        return Answers.of("trajectory", rows);
    }

    /** Adds the derivatives of |w|^2 to da and db and returns |w|^2. */
    private static double accumulate(double[][] a, double[][] b, double[] x, double[][] da, double[][] db) {
        int n = x.length;
        double[] y = times(a, x), v = times(b, x), u = new double[n], h = new double[n];
        for (int i = 0; i < n; i++) {
            u[i] = 1 / (1 + Math.exp(-y[i]));
            h[i] = u[i] * v[i];
        }
        double[] z = times(a, h), w = times(a, z), dw = new double[n];
        double loss = 0;
        for (int i = 0; i < n; i++) {
            dw[i] = 2 * w[i];
            loss += w[i] * w[i];
        }
        double[] dz = back(a, dw), dh = back(a, dz);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                da[i][j] += dw[i] * z[j] + dz[i] * h[j] + dh[i] * v[i] * u[i] * (1 - u[i]) * x[j];
                db[i][j] += dh[i] * u[i] * x[j];
            }
        }
        return loss;
    }

    private static double[] times(double[][] m, double[] x) {
        double[] y = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += m[i][j] * x[j];
            }
        }
        return y;
    }

    /** Multiplies by the transposed matrix. */
    private static double[] back(double[][] m, double[] y) {
        double[] x = new double[m[0].length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < x.length; j++) {
                x[j] += m[i][j] * y[i];
            }
        }
        return x;
    }

    @Solves("equivalence/factors")
    Answers factors(Inputs in) {
        int k = in.matrix("W").length;
        double[][] identity = new double[k][k];
        for (int i = 0; i < k; i++) {
            identity[i][i] = 1;
        }
        return Answers.of("A", identity).and("B", new double[k][k]).and("C", in.matrix("W"));
    }

    @Solves("equivalence/product")
    Answers product(Inputs in) {
        double[][] a = in.matrix("A"), b = in.matrix("B"), c = in.matrix("C");
        double[][] w = new double[a.length][c[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int l = 0; l < a.length; l++) {
                for (int j = 0; j < c[0].length; j++) {
                    w[i][j] += (a[i][l] + b[i][l]) * c[l][j];
                }
            }
        }
        return Answers.of("W", w);
    }

    @Solves("dropout/units")
    Answers dropout(Inputs in) {
        double[] x = in.vector("x"), u = in.vector("u"), training = new double[x.length];
        double p = in.number("p"), test = 0;
        for (int i = 0; i < x.length; i++) {
            test += in.vector("w")[i] * x[i];
            training[i] = u[i] < p ? 0 : x[i] / (1 - p);
        }
        return Answers.of("training", training).and("test", test);
    }

    @Solves("loss/log-softmax")
    Answers loss(Inputs in) {
        double[][] logits = in.matrix("logits"), logs = new double[logits.length][], gradient = new double[logits.length][];
        double[] labels = in.vector("labels");
        double loss = 0;
        int n = logits.length;
        for (int s = 0; s < n; s++) {
            double top = Double.NEGATIVE_INFINITY, sum = 0;
            for (double z : logits[s]) {
                top = Math.max(top, z);
            }
            for (double z : logits[s]) {
                sum += Math.exp(z - top);
            }
            logs[s] = new double[logits[s].length];
            gradient[s] = new double[logits[s].length];
            for (int k = 0; k < logs[s].length; k++) {
                logs[s][k] = logits[s][k] - top - Math.log(sum);
                gradient[s][k] = (Math.exp(logs[s][k]) - (k == (int) labels[s] ? 1 : 0)) / n;
            }
            loss -= logs[s][(int) labels[s]] / n;
        }
        return Answers.of("log-softmax", logs).and("loss", loss).and("gradient", gradient);
    }
}
