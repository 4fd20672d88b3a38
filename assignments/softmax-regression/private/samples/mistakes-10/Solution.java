import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

class Solution {
    @Solves("logistic/gradient")
    Answers gradient(Inputs in) {
        double[] w = in.vector("w"), x = in.vector("x");
        double z = 0, y = in.number("y");
        for (int j = 0; j < w.length; j++) {
            z += w[j] * x[j];
        }
        double f = 1 / (1 + Math.exp(-z));
        double[] slope = new double[w.length], gradient = new double[w.length];
        for (int j = 0; j < w.length; j++) {
            slope[j] = f * (1 - f) * x[j];
            gradient[j] = (y - f) * x[j];
        }
        double loss = -y * Math.log(f) - (1 - y) * Math.log(1 - f);
        return Answers.of("slope", slope).and("gradient", gradient).and("loss", loss);
    }

    @Solves("images/preprocess")
    Answers preprocess(Inputs in) {
        double[][] images = in.matrix("images");
        double[][] x = new double[images.length][images[0].length + 1];
        for (int i = 0; i < images.length; i++) {
            for (int j = 0; j < images[i].length; j++) {
                int pixel = (int) images[i][j];
                x[i][j] = 2 * pixel / 255 - 1;
            }
            x[i][images[i].length] = 1;
        }
        return Answers.of("x", x);
    }

    @Solves("logistic/accuracy")
    Answers accuracy(Inputs in) {
        double[] outputs = in.vector("yhat"), y = in.vector("y");
        double hits = 0;
        for (int i = 0; i < y.length; i++) {
            hits += Math.rint(outputs[i]) == y[i] ? 1 : 0;
        }
        return Answers.of("accuracy", hits / y.length);
    }

    @Solves("training/early-stopping")
    Answers earlyStopping(Inputs in) {
        double[] losses = in.vector("losses");
        int best = 0;
        for (int i = 1; i < losses.length; i++) {
            if (losses[i] <= losses[best]) {
                best = i;
            } else if (i - best == in.integer("patience")) {
                return Answers.of("stop", i).and("best", best);
            }
        }
        return Answers.of("stop", -1).and("best", best);
    }

    @Solves("softmax/probabilities")
    Answers probabilities(Inputs in) {
        double[][] z = in.matrix("z");
        for (double[] row : z) {
            double total = 0;
            for (double one : row) {
                total += Math.exp(one);
            }
            for (int k = 0; k < row.length; k++) {
                row[k] = Math.exp(row[k]) / total;
            }
        }
        return Answers.of("p", z);
    }

    @Solves("softmax/one-hot")
    Answers oneHot(Inputs in) {
        double[] labels = in.vector("labels");
        double[][] rows = new double[labels.length][in.integer("classes")];
        for (int i = 0; i < labels.length; i++) {
            rows[i][(int) labels[i] - 1] = 1;
        }
        return Answers.of("one-hot", rows).and("invalid", false);
    }

    @Solves("training/shuffle")
    Answers shuffle(Inputs in) {
        double[] y = in.vector("y");
        return Answers.of("orders", y).and("x", in.matrix("x")).and("y", new double[][] {y}).and("given", in.matrix("x"));
    }

    @Solves("l2/path")
    Answers path(Inputs in) {
        return Answers.of("norms", new double[in.vector("lambdas").length + 1]);
    }

    @Solves("l2/images")
    Answers images(Inputs in) {
        double[][] w = in.matrix("W");
        int height = in.integer("height"), width = in.integer("width");
        double[][][] images = new double[w.length][height][width];
        for (int k = 0; k < w.length; k++) {
            for (int pixel = 0; pixel < height * width; pixel++) {
                images[k][pixel % height][pixel / height] = w[k][pixel];
            }
        }
        return Answers.of("images", images);
    }
}
