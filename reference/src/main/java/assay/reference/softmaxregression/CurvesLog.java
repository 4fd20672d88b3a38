package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Solve 3.3b,c: train softmax regression from W = 0 on small data, and log loss and accuracy on the training and the
 * validation set before the first epoch and after each.
 */
public final class CurvesLog implements ReferenceTask {
    static final String TRAIN_LOSS = "train-loss";
    static final String VALIDATION_LOSS = "validation-loss";
    static final String TRAIN_ACCURACY = "train-accuracy";
    static final String VALIDATION_ACCURACY = "validation-accuracy";
    private static final double LEAST_MARGIN = 1e-6;

    @Override
    public String id() {
        return "curves/log";
    }

    /** Draw noisy classes that can be learned a little, away from ties of the logits at every point of the log. */
    @Override
    public Inputs draw(Draw draw) {
        int classes = draw.integer(3, 4);
        int epochs = draw.integer(3, 6);
        return draw.until(() -> data(draw, classes, epochs), CurvesLog::tells);
    }

    private static Inputs data(Draw draw, int classes, int epochs) {
        double[][] centres =
                draw.matrix(classes, 2, () -> draw.signed(0.3, 1.5)).toRows();
        int samples = draw.integer(9, 14);
        int others = draw.until(() -> draw.integer(6, 8), extent -> extent != samples);
        Inputs in = labelled(draw, centres, samples, "x", "labels");
        Inputs validation = labelled(draw, centres, others, "xv", "labelsv");
        return in.and("xv", validation.tensor("xv"))
                .and("labelsv", validation.tensor("labelsv"))
                .and("classes", classes)
                .and("rate", draw.uniform(0.1, 0.4))
                .and("batch", 4)
                .and("epochs", epochs);
    }

    private static Inputs labelled(Draw draw, double[][] centres, int samples, String x, String labels) {
        double[] classes = draw.vector(samples, () -> draw.integer(0, centres.length - 1));
        classes[0] = 0;
        classes[1] = 1;
        double[][] rows = new double[samples][];
        for (int i = 0; i < samples; i++) {
            double[] centre = centres[(int) classes[i]];
            rows[i] = new double[] {centre[0] + 0.7 * draw.normal(), centre[1] + 0.7 * draw.normal(), 1};
        }
        return Inputs.none().and(x, Tensor.matrix(rows)).and(labels, classes);
    }

    private static boolean tells(Inputs in) {
        SoftmaxData train = training(in);
        SoftmaxData validation = validation(in);
        List<double[][]> states = states(in);
        for (int t = 1; t < states.size(); t++) {
            if (Math.min(train.margin(states.get(t)), validation.margin(states.get(t))) < LEAST_MARGIN) {
                return false;
            }
        }
        double first = validation.meanLoss(states.get(0));
        double last = validation.meanLoss(states.get(states.size() - 1));
        double error = 1 - train.accuracy(states.get(states.size() - 1));
        return last <= first - 0.05 && error >= 0.1 && error <= 0.45 && isDistinct(in, states);
    }

    /** Tell whether training and validation accuracy differ somewhere. */
    private static boolean isDistinct(Inputs in, List<double[][]> states) {
        return states.stream()
                .anyMatch(
                        w -> Math.abs(training(in).accuracy(w) - validation(in).accuracy(w)) >= 0.05);
    }

    static SoftmaxData training(Inputs in) {
        return SoftmaxData.labelled(in.matrix("x"), in.vector("labels"), in.integer("classes"));
    }

    static SoftmaxData validation(Inputs in) {
        return SoftmaxData.labelled(in.matrix("xv"), in.vector("labelsv"), in.integer("classes"));
    }

    /** Return the weights before the first epoch and after each; the last batch of an epoch may be smaller. */
    private static List<double[][]> states(Inputs in) {
        SoftmaxData data = training(in);
        double[][] w = new double[in.integer("classes")][in.tensor("x").extent(1)];
        List<double[][]> states = new ArrayList<>();
        states.add(w);
        int batch = in.integer("batch");
        for (int epoch = 0; epoch < in.integer("epochs"); epoch++) {
            for (int from = 0; from < data.samples(); from += batch) {
                int to = Math.min(from + batch, data.samples());
                w = SoftmaxData.moved(w, in.number("rate") / (to - from), data.gradientSum(w, from, to));
            }
            states.add(w);
        }
        return states;
    }

    private static double[] logged(List<double[][]> states, ToDoubleFunction<double[][]> quantity) {
        return Sums.vector(states.size(), t -> quantity.applyAsDouble(states.get(t)));
    }

    @Override
    public Answers solve(Inputs in) {
        List<double[][]> states = states(in);
        return Answers.of(TRAIN_LOSS, logged(states, training(in)::meanLoss))
                .and(VALIDATION_LOSS, logged(states, validation(in)::meanLoss))
                .and(TRAIN_ACCURACY, logged(states, training(in)::accuracy))
                .and(VALIDATION_ACCURACY, logged(states, validation(in)::accuracy));
    }

    @Override
    public Answers scale(Inputs in) {
        List<double[][]> states = states(in);
        double[] one = logged(states, w -> 1);
        return Answers.of(TRAIN_LOSS, logged(states, training(in)::lossTerms))
                .and(VALIDATION_LOSS, logged(states, validation(in)::lossTerms))
                .and(TRAIN_ACCURACY, one)
                .and(VALIDATION_ACCURACY, one);
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of(
                "starts-at-ln-k", CurveClaims::startsAtLogarithm,
                "shares", CurveClaims::shares,
                "own-validation", CurveClaims::ownValidation,
                "learns", CurveClaims::learns);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "training-twice",
                        "These are the values of the training set: the curve of the validation set shows them a second"
                                + " time.",
                        this::trainingTwice),
                changed(
                        "loss-summed",
                        "The losses of the samples are added up, not averaged: curves of sets of different sizes cannot be"
                                + " compared so.",
                        List.of(TRAIN_LOSS, VALIDATION_LOSS),
                        (in, name) -> loss -> loss * samples(in, name)),
                changed(
                        "summed-over-batches",
                        "The mean losses of the batches are added up, so the curve grows with the number of batches.",
                        List.of(TRAIN_LOSS, VALIDATION_LOSS),
                        (in, name) -> loss -> loss * Math.ceil(samples(in, name) / in.number("batch"))),
                changed(
                        "in-percent",
                        "The accuracy is given in percent; asked for is a share between 0 and 1.",
                        List.of(TRAIN_ACCURACY, VALIDATION_ACCURACY),
                        (in, name) -> share -> 100 * share),
                changed(
                        "error-rate",
                        "This is the share of wrong predictions.",
                        List.of(TRAIN_ACCURACY, VALIDATION_ACCURACY),
                        (in, name) -> share -> 1 - share),
                new Mistake(
                        "first-missing",
                        "The log begins after the first epoch: the state before any update, W = 0, is missing.",
                        this::firstMissing),
                new Mistake(
                        "starts-at-zero",
                        "The first loss is 0, as in an array that was made and not filled. With W = 0 all classes have the"
                                + " same probability.",
                        this::startingAtZero));
    }

    private static int samples(Inputs in, String name) {
        return in.vector(name.equals(TRAIN_LOSS) ? "labels" : "labelsv").length;
    }

    private Answers trainingTwice(Inputs in) {
        Answers right = solve(in);
        return Answers.of(VALIDATION_LOSS, right.tensor(TRAIN_LOSS))
                .and(VALIDATION_ACCURACY, right.tensor(TRAIN_ACCURACY));
    }

    private Answers startingAtZero(Inputs in) {
        Answers right = solve(in);
        Answers wrong = Answers.none();
        for (String name : List.of(TRAIN_LOSS, VALIDATION_LOSS)) {
            double[] curve = right.tensor(name).toArray();
            curve[0] = 0;
            wrong = wrong.and(name, curve);
        }
        return wrong;
    }

    private Answers firstMissing(Inputs in) {
        Answers right = solve(in);
        Answers wrong = Answers.none();
        for (String name : right.fields().byName().keySet()) {
            double[] curve = right.tensor(name).toArray();
            wrong = wrong.and(name, Sums.vector(curve.length - 1, t -> curve[t + 1]));
        }
        return wrong;
    }

    private Mistake changed(
            String id, String sentence, List<String> names, BiFunction<Inputs, String, DoubleUnaryOperator> change) {
        return new Mistake(id, sentence, in -> {
            Answers right = solve(in);
            Answers wrong = Answers.none();
            for (String name : names) {
                wrong = wrong.and(name, right.tensor(name).map(change.apply(in, name)));
            }
            return wrong;
        });
    }
}
