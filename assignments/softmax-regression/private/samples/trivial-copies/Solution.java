import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;

class Solution {
    @Solves("logistic/gradient")
    Answers gradient(Inputs in) {
        return Answers.of("slope", in.vector("w")).and("gradient", in.vector("x")).and("loss", in.number("y"));
    }

    @Solves("softmax/jacobian")
    Answers jacobian(Inputs in) {
        return Answers.of("jacobian", repeated(in.vector("z"), in.vector("z").length));
    }

    @Solves("softmax/gradient")
    Answers softmaxGradient(Inputs in) {
        return Answers.of("gradient", in.matrix("W"));
    }

    @Solves("images/preprocess")
    Answers preprocess(Inputs in) {
        double[][] images = in.matrix("images");
        for (int i = 0; i < images.length; i++) {
            images[i] = Arrays.copyOf(images[i], images[i].length + 1);
        }
        return Answers.of("x", images);
    }

    @Solves("logistic/batch")
    Answers batch(Inputs in) {
        return Answers.of("loss", in.vector("y")[0]).and("gradient", in.vector("w"));
    }

    @Solves("logistic/gradient-test")
    Answers gradientTest(Inputs in) {
        return Answers.of("approximation", in.vector("claimed")).and("accepted", true);
    }

    @Solves("logistic/epoch")
    Answers epoch(Inputs in) {
        int batches = (in.vector("y").length + in.integer("batch") - 1) / in.integer("batch");
        return Answers.of("weights", in.vector("w")).and("losses", Arrays.copyOf(in.vector("y"), batches));
    }

    @Solves("logistic/accuracy")
    Answers accuracy(Inputs in) {
        return Answers.of("accuracy", in.vector("yhat")[0]);
    }

    @Solves("training/early-stopping")
    Answers earlyStopping(Inputs in) {
        return Answers.of("stop", in.number("patience")).and("best", in.vector("losses")[0]);
    }

    @Solves("training/shuffle")
    Answers shuffle(Inputs in) {
        int epochs = in.integer("epochs");
        double[][] labels = repeated(in.vector("y"), epochs);
        double[][][] rows = new double[epochs][][];
        Arrays.setAll(rows, e -> in.matrix("x"));
        return Answers.of("orders", new double[][][] {labels, labels, labels})
                .and("x", rows)
                .and("y", labels)
                .and("given", in.matrix("x"));
    }

    @Solves("softmax/probabilities")
    Answers probabilities(Inputs in) {
        return Answers.of("p", in.matrix("z"));
    }

    @Solves("softmax/one-hot")
    Answers oneHot(Inputs in) {
        double[] labels = in.vector("labels");
        double[][] rows = repeated(Arrays.copyOf(labels, in.integer("classes")), labels.length);
        return Answers.of("one-hot", rows).and("invalid", false);
    }

    @Solves("softmax/batch")
    Answers softmaxBatch(Inputs in) {
        return Answers.of("loss", in.matrix("y")[0][0]).and("gradient", in.matrix("W"));
    }

    @Solves("curves/log")
    Answers curves(Inputs in) {
        double[] copy = Arrays.copyOf(in.vector("labels"), in.integer("epochs") + 1);
        return Answers.of("train-loss", copy)
                .and("validation-loss", copy)
                .and("train-accuracy", copy)
                .and("validation-accuracy", copy);
    }

    @Solves("l2/gradient")
    Answers penalised(Inputs in) {
        return Answers.of("gradient", in.matrix("W"))
                .and("gradient-half", in.matrix("W"))
                .and("objective", in.number("strength"));
    }

    @Solves("l2/path")
    Answers path(Inputs in) {
        double[] lambdas = in.vector("lambdas");
        return Answers.of("norms", lambdas).and("losses", lambdas).and("accuracies", lambdas);
    }

    @Solves("l2/images")
    Answers images(Inputs in) {
        double[][] w = in.matrix("W");
        double[][][] images = new double[w.length][][];
        for (int k = 0; k < w.length; k++) {
            images[k] = repeated(Arrays.copyOf(w[k], in.integer("width")), in.integer("height"));
        }
        return Answers.of("images", images);
    }

    private static double[][] repeated(double[] row, int times) {
        double[][] rows = new double[times][];
        Arrays.setAll(rows, i -> row);
        return rows;
    }
}
