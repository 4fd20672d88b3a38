import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Random;

/** Right answers to the code tasks. */
class Solution {
    @Solves("logistic/gradient")
    Answers gradient(Inputs in) {
        double[] w = in.vector("w"), x = in.vector("x");
        double y = in.number("y"), z = dot(w, x), f = sigmoid(z);
        double[] slope = new double[w.length], gradient = new double[w.length];
        for (int j = 0; j < w.length; j++) {
            slope[j] = f * (1 - f) * x[j];
            gradient[j] = (f - y) * x[j];
        }
        return Answers.of("slope", slope).and("gradient", gradient).and("loss", softplus(z) - y * z);
    }

    @Solves("softmax/jacobian")
    Answers jacobian(Inputs in) {
        double[] p = softmax(in.vector("z"));
        double[][] jacobian = new double[p.length][p.length];
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) {
                jacobian[i][j] = p[i] * ((i == j ? 1 : 0) - p[j]);
            }
        }
        return Answers.of("jacobian", jacobian);
    }

    @Solves("softmax/gradient")
    Answers softmaxGradient(Inputs in) {
        double[][] w = in.matrix("W");
        double[][] gradient = gradient(w, new double[][] {in.vector("x")}, new double[][] {in.vector("y")}, 0, 1);
        return Answers.of("gradient", gradient);
    }

    @Solves("images/preprocess")
    Answers preprocess(Inputs in) {
        double[][] images = in.matrix("images");
        double[][] x = new double[images.length][images[0].length + 1];
        for (int i = 0; i < images.length; i++) {
            for (int j = 0; j < images[i].length; j++) {
                x[i][j] = images[i][j] / 127.5 - 1;
            }
            x[i][images[i].length] = 1;
        }
        return Answers.of("x", x);
    }

    @Solves("logistic/batch")
    Answers batch(Inputs in) {
        double[] w = in.vector("w"), y = in.vector("y");
        double[][] x = in.matrix("x");
        return Answers.of("loss", loss(w, x, y, 0, y.length)).and("gradient", slope(w, x, y, 0, y.length));
    }

    @Solves("logistic/gradient-test")
    Answers gradientTest(Inputs in) {
        double[] w = in.vector("w"), y = in.vector("y"), claimed = in.vector("claimed");
        double[][] x = in.matrix("x");
        double eps = in.number("eps");
        double[] quotients = new double[w.length];
        boolean accepted = true;
        for (int j = 0; j < w.length; j++) {
            double before = w[j];
            w[j] = before + eps;
            double above = loss(w, x, y, 0, y.length);
            w[j] = before - eps;
            double below = loss(w, x, y, 0, y.length);
            w[j] = before;
            quotients[j] = (above - below) / (2 * eps);
            accepted &= Math.abs(claimed[j] - quotients[j]) <= eps * eps;
        }
        return Answers.of("approximation", quotients).and("accepted", accepted);
    }

    @Solves("logistic/epoch")
    Answers epoch(Inputs in) {
        double[] w = in.vector("w"), y = in.vector("y");
        double[][] x = in.matrix("x");
        int batch = in.integer("batch");
        double[] losses = new double[(y.length + batch - 1) / batch];
        for (int b = 0; b < losses.length; b++) {
            int from = b * batch, to = Math.min(from + batch, y.length);
            losses[b] = loss(w, x, y, from, to);
            double[] slope = slope(w, x, y, from, to);
            for (int j = 0; j < w.length; j++) {
                w[j] -= in.number("rate") * slope[j];
            }
        }
        return Answers.of("weights", w).and("losses", losses);
    }

    @Solves("logistic/accuracy")
    Answers accuracy(Inputs in) {
        double[] outputs = in.vector("yhat"), y = in.vector("y");
        int hits = 0;
        for (int i = 0; i < y.length; i++) {
            hits += (outputs[i] >= 0.5) == (y[i] == 1) ? 1 : 0;
        }
        return Answers.of("accuracy", (double) hits / y.length);
    }

    @Solves("training/early-stopping")
    Answers earlyStopping(Inputs in) {
        double[] losses = in.vector("losses");
        int best = 0;
        for (int i = 1; i < losses.length; i++) {
            if (losses[i] < losses[best]) {
                best = i;
            } else if (i - best == in.integer("patience")) {
                return Answers.of("stop", i).and("best", best);
            }
        }
        return Answers.of("stop", -1).and("best", best);
    }

    @Solves("training/shuffle")
    Answers shuffle(Inputs in) {
        double[][] x = in.matrix("x");
        double[] y = in.vector("y"), seeds = in.vector("seeds");
        int epochs = in.integer("epochs"), n = y.length;
        double[][][] orders = new double[seeds.length][epochs][n];
        for (int run = 0; run < seeds.length; run++) {
            Random random = new Random((long) seeds[run]);
            for (double[] order : orders[run]) {
                for (int i = 0; i < n; i++) {
                    int j = random.nextInt(i + 1);
                    order[i] = order[j];
                    order[j] = i;
                }
            }
        }
        double[][][] rows = new double[epochs][n][];
        double[][] labels = new double[epochs][n];
        for (int e = 0; e < epochs; e++) {
            for (int i = 0; i < n; i++) {
                rows[e][i] = x[(int) orders[0][e][i]];
                labels[e][i] = y[(int) orders[0][e][i]];
            }
        }
        return Answers.of("orders", orders).and("x", rows).and("y", labels).and("given", x);
    }

    @Solves("softmax/probabilities")
    Answers probabilities(Inputs in) {
        double[][] z = in.matrix("z");
        for (int i = 0; i < z.length; i++) {
            z[i] = softmax(z[i]);
        }
        return Answers.of("p", z);
    }

    @Solves("softmax/one-hot")
    Answers oneHot(Inputs in) {
        for (double label : in.vector("labels")) {
            if (label < 0 || label >= in.integer("classes")) {
                return Answers.of("invalid", true);
            }
        }
        return Answers.of("one-hot", hot(in.vector("labels"), in.integer("classes"))).and("invalid", false);
    }

    @Solves("softmax/batch")
    Answers softmaxBatch(Inputs in) {
        double[][] w = in.matrix("W"), x = in.matrix("x"), y = in.matrix("y");
        return Answers.of("loss", loss(w, x, y)).and("gradient", gradient(w, x, y, 0, x.length));
    }

    @Solves("curves/log")
    Answers curves(Inputs in) {
        int classes = in.integer("classes"), epochs = in.integer("epochs"), batch = in.integer("batch");
        double[][] x = in.matrix("x"), xv = in.matrix("xv");
        double[][] y = hot(in.vector("labels"), classes), yv = hot(in.vector("labelsv"), classes);
        double[][] w = new double[classes][x[0].length];
        double[][] log = new double[4][epochs + 1];
        for (int e = 0; e <= epochs; e++) {
            for (int from = 0; e > 0 && from < x.length; from += batch) {
                descend(w, in.number("rate"), gradient(w, x, y, from, Math.min(from + batch, x.length)));
            }
            log[0][e] = loss(w, x, y);
            log[1][e] = loss(w, xv, yv);
            log[2][e] = accuracy(w, x, in.vector("labels"));
            log[3][e] = accuracy(w, xv, in.vector("labelsv"));
        }
        return Answers.of("train-loss", log[0])
                .and("validation-loss", log[1])
                .and("train-accuracy", log[2])
                .and("validation-accuracy", log[3]);
    }

    @Solves("l2/gradient")
    Answers penalised(Inputs in) {
        double[][] w = in.matrix("W"), x = in.matrix("x"), y = in.matrix("y");
        double lambda = in.number("strength"), squares = 0;
        double[][] whole = gradient(w, x, y, 0, x.length), half = gradient(w, x, y, 0, x.length);
        for (int k = 0; k < w.length; k++) {
            for (int j = 0; j < w[k].length; j++) {
                whole[k][j] += 2 * lambda * w[k][j];
                half[k][j] += lambda * w[k][j];
                squares += w[k][j] * w[k][j];
            }
        }
        return Answers.of("gradient", whole)
                .and("gradient-half", half)
                .and("objective", loss(w, x, y) + lambda * squares);
    }

    @Solves("l2/path")
    Answers path(Inputs in) {
        double[] lambdas = in.vector("lambdas"), labels = in.vector("labels");
        double[][] x = in.matrix("x"), y = hot(labels, in.integer("classes"));
        double[] norms = new double[lambdas.length], losses = norms.clone(), accuracies = norms.clone();
        for (int l = 0; l < lambdas.length; l++) {
            double[][] w = new double[y[0].length][x[0].length];
            for (int step = 0; step < in.integer("steps"); step++) {
                double[][] slope = gradient(w, x, y, 0, x.length);
                for (int k = 0; k < w.length; k++) {
                    for (int j = 0; j < w[k].length; j++) {
                        slope[k][j] += 2 * lambdas[l] * w[k][j];
                    }
                }
                descend(w, in.number("rate"), slope);
            }
            for (double[] row : w) {
                norms[l] += dot(row, row);
            }
            losses[l] = loss(w, x, y);
            accuracies[l] = accuracy(w, x, labels);
        }
        return Answers.of("norms", norms).and("losses", losses).and("accuracies", accuracies);
    }

    @Solves("l2/images")
    Answers images(Inputs in) {
        double[][] w = in.matrix("W");
        int width = in.integer("width");
        double[][][] images = new double[w.length][in.integer("height")][width];
        for (int k = 0; k < w.length; k++) {
            for (int pixel = 0; pixel < w[k].length - 1; pixel++) {
                images[k][pixel / width][pixel % width] = w[k][pixel];
            }
        }
        return Answers.of("images", images);
    }

    private static double loss(double[] w, double[][] x, double[] y, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double z = dot(w, x[i]);
            sum += softplus(z) - y[i] * z;
        }
        return sum / (to - from);
    }

    private static double[] slope(double[] w, double[][] x, double[] y, int from, int to) {
        double[] slope = new double[w.length];
        for (int i = from; i < to; i++) {
            double residual = sigmoid(dot(w, x[i])) - y[i];
            for (int j = 0; j < w.length; j++) {
                slope[j] += residual * x[i][j] / (to - from);
            }
        }
        return slope;
    }

    private static double loss(double[][] w, double[][] x, double[][] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double[] z = logits(w, x[i]);
            double total = logSumExp(z);
            for (int k = 0; k < z.length; k++) {
                sum += y[i][k] * (total - z[k]);
            }
        }
        return sum / x.length;
    }

    private static double[][] gradient(double[][] w, double[][] x, double[][] y, int from, int to) {
        double[][] gradient = new double[w.length][w[0].length];
        for (int i = from; i < to; i++) {
            double[] p = softmax(logits(w, x[i]));
            for (int k = 0; k < w.length; k++) {
                for (int j = 0; j < w[k].length; j++) {
                    gradient[k][j] += (p[k] - y[i][k]) * x[i][j] / (to - from);
                }
            }
        }
        return gradient;
    }

    private static void descend(double[][] w, double rate, double[][] slope) {
        for (int k = 0; k < w.length; k++) {
            for (int j = 0; j < w[k].length; j++) {
                w[k][j] -= rate * slope[k][j];
            }
        }
    }

    private static double accuracy(double[][] w, double[][] x, double[] labels) {
        double hits = 0;
        for (int i = 0; i < x.length; i++) {
            double[] z = logits(w, x[i]);
            int top = 0;
            for (int k = 1; k < z.length; k++) {
                top = z[k] > z[top] ? k : top;
            }
            hits += top == labels[i] ? 1 : 0;
        }
        return hits / x.length;
    }

    private static double[][] hot(double[] labels, int classes) {
        double[][] rows = new double[labels.length][classes];
        for (int i = 0; i < labels.length; i++) {
            rows[i][(int) labels[i]] = 1;
        }
        return rows;
    }

    private static double[] logits(double[][] w, double[] x) {
        double[] z = new double[w.length];
        for (int k = 0; k < w.length; k++) {
            z[k] = dot(w[k], x);
        }
        return z;
    }

    private static double[] softmax(double[] z) {
        double total = logSumExp(z);
        double[] p = new double[z.length];
        for (int k = 0; k < z.length; k++) {
            p[k] = Math.exp(z[k] - total);
        }
        return p;
    }

    private static double logSumExp(double[] z) {
        double top = z[0], sum = 0;
        for (double one : z) {
            top = Math.max(top, one);
        }
        for (double one : z) {
            sum += Math.exp(one - top);
        }
        return top + Math.log(sum);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }
}
