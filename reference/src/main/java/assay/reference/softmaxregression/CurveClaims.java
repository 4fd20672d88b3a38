package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Examine properties that every log of a training has, however its batches were made. */
final class CurveClaims {
    private static final double ROUNDING = 1e-9;
    private static final List<String> LOSSES = List.of(CurvesLog.TRAIN_LOSS, CurvesLog.VALIDATION_LOSS);

    private CurveClaims() {}

    /** Both losses have one entry more than there are epochs, and begin with ln K. */
    static Optional<String> startsAtLogarithm(Inputs in, Answers given) {
        double expected = StrictMath.log(in.integer("classes"));
        for (String name : LOSSES) {
            Optional<String> objection = notALog(in, given, name);
            if (objection.isPresent()) {
                return objection;
            }
            double first = given.tensor(name).at(0);
            if (!(Math.abs(first - expected) <= ROUNDING)) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "'%s' begins with %.6g. With W = 0 all %d classes have the same probability, and the mean loss is"
                                + " the same whatever the data are.%s",
                        name,
                        first,
                        in.integer("classes"),
                        firstLoss(in, name, first, expected)));
            }
        }
        return Optional.empty();
    }

    private static String firstLoss(Inputs in, String name, double first, double expected) {
        int samples = in.vector(name.equals(CurvesLog.TRAIN_LOSS) ? "labels" : "labelsv").length;
        if (first == 0) {
            return " Was the array made with zeros and its first entry never filled?";
        } else if (Math.abs(first - StrictMath.log(2)) <= ROUNDING) {
            return " ln 2 is the value for two classes, of logistic regression.";
        } else if (Math.abs(first - samples * expected) <= samples * ROUNDING) {
            return " The losses of the samples are added up; take their mean.";
        } else if (Math.abs(first / expected - Math.rint(first / expected)) <= ROUNDING) {
            return " It is " + Math.round(first / expected) + " times that: are the losses of the batches added up?";
        }
        return " Is the first value logged before any update?";
    }

    /** The accuracies are multiples of 1/N in [0, 1] and begin with the share of the class that is predicted first. */
    static Optional<String> shares(Inputs in, Answers given) {
        for (String name : List.of(CurvesLog.TRAIN_ACCURACY, CurvesLog.VALIDATION_ACCURACY)) {
            Optional<String> objection = notALog(in, given, name);
            if (objection.isPresent()) {
                return objection;
            }
            double[] labels = in.vector(name.equals(CurvesLog.TRAIN_ACCURACY) ? "labels" : "labelsv");
            double[] curve = given.tensor(name).toArray();
            for (int t = 0; t < curve.length; t++) {
                objection = notAShare(curve[t], labels.length, "'" + name + "' at " + t);
                if (objection.isPresent()) {
                    return objection;
                }
            }
            long zeros = Arrays.stream(labels).filter(label -> label == 0).count();
            if (!(Math.abs(curve[0] - (double) zeros / labels.length) <= ROUNDING)) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "'%s' begins with %.4g. With W = 0 all logits are equal, and the first class, 0, is predicted for"
                                + " every sample: how often does it occur in this set?",
                        name,
                        curve[0]));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> notAShare(double value, int samples, String where) {
        if (value > 1) {
            return Optional.of(where + " is " + value + ", more than 1. Is it in percent, or a count?");
        }
        if (!(value >= 0) || !(Math.abs(value * samples - Math.rint(value * samples)) <= ROUNDING)) {
            return Optional.of(where + " is " + value + ", which is no multiple of 1/" + samples + ": the set has "
                    + samples + " samples. Is it a mean over batches of different sizes, or of another set?");
        }
        return Optional.empty();
    }

    /** The curves of the two sets are not the same numbers. */
    static Optional<String> ownValidation(Inputs in, Answers given) {
        for (String name : LOSSES) {
            Optional<String> objection = notALog(in, given, name);
            if (objection.isPresent()) {
                return objection;
            }
        }
        double[] train = given.tensor(CurvesLog.TRAIN_LOSS).toArray();
        double[] validation = given.tensor(CurvesLog.VALIDATION_LOSS).toArray();
        int same = 0;
        for (int t = 1; t < train.length; t++) {
            same += train[t] == validation[t] ? 1 : 0;
        }
        return same == 0
                ? Optional.empty()
                : Optional.of("'validation-loss' and 'train-loss' are the same number at " + same + " of "
                        + (train.length - 1) + " points after the start: is the training set evaluated twice?");
    }

    /** The validation loss is lower at the end than at the start. */
    static Optional<String> learns(Inputs in, Answers given) {
        return notALog(in, given, CurvesLog.VALIDATION_LOSS).or(() -> {
            double[] curve = given.tensor(CurvesLog.VALIDATION_LOSS).toArray();
            double first = curve[0];
            double last = curve[curve.length - 1];
            return last < first
                    ? Optional.empty()
                    : Optional.of(String.format(
                            Locale.ROOT,
                            "'validation-loss' ends at %.4g, not below its start, %.4g: nothing is learned. Are the weights"
                                    + " updated, and downhill?",
                            last,
                            first));
        });
    }

    private static Optional<String> notALog(Inputs in, Answers given, String name) {
        int wanted = in.integer("epochs") + 1;
        if (!(given.get(name).orElse(null) instanceof Tensor tensor) || tensor.rank() != 1) {
            return Optional.of("'" + name + "' is missing or is not a vector.");
        }
        if (tensor.size() != wanted) {
            return Optional.of("'" + name + "' has " + tensor.size() + " entries for " + (wanted - 1)
                    + " epochs; there must" + " be " + wanted + ": one before the first epoch and one after each.");
        }
        for (int t = 0; t < wanted; t++) {
            if (!Double.isFinite(tensor.at(t))) {
                return Optional.of("'" + name + "' is not finite at " + t + ".");
            }
        }
        return Optional.empty();
    }
}
