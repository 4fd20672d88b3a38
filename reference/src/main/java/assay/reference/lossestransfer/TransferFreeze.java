package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.lossestransfer.FrozenNet.Slip;
import assay.reference.math.Sums;
import assay.reference.math.Witness;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Solve the freeze test of question 4: train the head of a small network; nothing else may move by a single bit. */
public final class TransferFreeze implements ReferenceTask {
    private static final double BELOW_CHANCE = 0.05;
    private static final double LARGEST = 1e100;
    private static final Set<Slip> HEAD_STAYS_OR_CLIMBS = Set.of(Slip.HEAD_NOT_TRAINED, Slip.ASCENT);

    @Override
    public String id() {
        return "transfer/freeze";
    }

    /**
     * Draw a head that already is better than chance, so that zeros or ones are worse than the start, and a batch whose
     * statistics are not the running ones. Whatever else goes wrong, a trained head lowers the loss.
     */
    @Override
    public Inputs draw(Draw draw) {
        int n = draw.integer(3, 5);
        int h = draw.integer(3, 5);
        int classes = draw.integer(2, 4);
        int samples = draw.integer(4, 7);
        return draw.until(
                () -> Inputs.none()
                        .and("x", draw.matrix(samples, n, () -> 0.5 + draw.normal()))
                        .and("labels", draw.vector(samples, () -> draw.integer(0, classes - 1)))
                        .and("w", draw.matrix(h, n, draw::normal))
                        .and("b", draw.vector(h, () -> draw.signed(0.2, 1)))
                        .and("gamma", draw.vector(h, () -> draw.signed(0.5, 1.5)))
                        .and("beta", draw.vector(h, () -> draw.signed(0.1, 0.6)))
                        .and("mean", draw.vector(h, draw::normal))
                        .and("var", draw.vector(h, () -> draw.uniform(0.5, 3)))
                        .and("head", draw.matrix(classes, h, draw::normal))
                        .and("headbias", draw.vector(classes, () -> draw.signed(0.1, 0.5)))
                        .and("eps", 1e-5)
                        .and("momentum", 0.1)
                        .and("rate", draw.uniform(0.02, 0.1))
                        .and("steps", draw.integer(2, 4)),
                TransferFreeze::tells);
    }

    private static boolean tells(Inputs in) {
        FrozenNet start = new FrozenNet(in, Optional.empty());
        double chance = StrictMath.log(in.vector("headbias").length);
        if (!(start.loss() <= chance - BELOW_CHANCE) || start.nearestKink() < 1e-3) {
            return false;
        }
        return objection(in, solved(in, Optional.empty())).isEmpty()
                && Arrays.stream(Slip.values())
                        .filter(slip -> !HEAD_STAYS_OR_CLIMBS.contains(slip))
                        .allMatch(slip ->
                                objection(in, solved(in, Optional.of(slip))).isEmpty());
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(new EdgeCase(
                "by hand",
                Inputs.none()
                        .and("x", Tensor.matrix(new double[] {1, 2}, new double[] {-1, 1}, new double[] {2, -1}))
                        .and("labels", new double[] {0, 1, 0})
                        .and("w", Tensor.matrix(new double[] {1, 0.5}, new double[] {-1, 1}))
                        .and("b", new double[] {0.5, -0.25})
                        .and("gamma", new double[] {1, 1.5})
                        .and("beta", new double[] {0.25, 0.5})
                        .and("mean", new double[] {0.5, 0.1})
                        .and("var", new double[] {2, 0.7})
                        .and("head", Tensor.matrix(new double[] {0.2, -0.1}, new double[] {-0.2, 0.1}))
                        .and("headbias", new double[] {0.1, -0.1})
                        .and("eps", 1e-5)
                        .and("momentum", 0.1)
                        .and("rate", 0.1)
                        .and("steps", 3)));
    }

    @Override
    public Answers solve(Inputs in) {
        return solved(in, Optional.empty());
    }

    private static Answers solved(Inputs in, Optional<Slip> slip) {
        return new FrozenNet(in, slip).trained(in.integer("steps"), in.number("rate"));
    }

    @Override
    public Answers scale(Inputs in) {
        return new FrozenNet(in, Optional.empty()).magnitudes(in.integer("steps"), in.number("rate"));
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of("head-trained", TransferFreeze::objection);
    }

    private static Optional<String> objection(Inputs in, Answers given) {
        return Witness.examined(() -> {
            Tensor head = fitting(in, given, "head");
            Tensor bias = fitting(in, given, "headbias");
            if (head.equals(in.tensor("head")) && bias.equals(in.tensor("headbias"))) {
                return Optional.of("The head is the one that was given: nothing has been trained. A new layer learns"
                        + " by itself only if its parameters are handed to the update.");
            }
            double before = new FrozenNet(in, Optional.empty()).loss();
            double after = new FrozenNet(in.and("head", head).and("headbias", bias), Optional.empty()).loss();
            return after < before
                    ? Optional.empty()
                    : Optional.of("With your head the loss of the batch is " + Given.shown(after) + ", before it was "
                            + Given.shown(before) + ": it must have fallen. Look at the sign of the update.");
        });
    }

    private static Tensor fitting(Inputs in, Answers given, String name) {
        if (!(given.get(name).orElse(null) instanceof Tensor tensor)) {
            throw new Witness.Unusable("'" + name + "' is missing; without it nobody can see what was trained.");
        }
        if (!tensor.shape().equals(in.tensor(name).shape())) {
            throw new Witness.Unusable("'" + name + "' is " + tensor.describe() + ", must be "
                    + in.tensor(name).describe() + ".");
        }
        if (!(Sums.largest(tensor.toArray()) <= LARGEST)) {
            throw new Witness.Unusable("'" + name + "' holds a number that is not finite, or huge.");
        }
        return tensor;
    }

    private static Answers only(Answers all, String... names) {
        Answers some = Answers.none();
        for (String name : names) {
            some = some.and(name, all.tensor(name));
        }
        return some;
    }

    private static Mistake slip(String id, Slip slip, String sentence) {
        return new Mistake(id, sentence, in -> solved(in, Optional.of(slip)));
    }

    @Override
    public List<Mistake> mistakes() {
        return Stream.of(frozenMistakes(), headMistakes()).flatMap(List::stream).toList();
    }

    private static List<Mistake> frozenMistakes() {
        return List.of(
                new Mistake(
                        "training-mode",
                        "The normalisation runs in training mode: the head learns from features that are normed by the"
                                + " mean and variance of the batch. Freezing parameters does not change that; the body"
                                + " must be in evaluation mode.",
                        in -> only(solved(in, Optional.of(Slip.TRAINING_MODE)), "head", "headbias")),
                new Mistake(
                        "statistics-updated",
                        "The running statistics have moved with the batch, as in training mode. They are no"
                                + " parameters, so no gradient has to reach them for that; the body must be in"
                                + " evaluation mode.",
                        in -> only(solved(in, Optional.of(Slip.STATISTICS_UPDATED)), "mean", "var", "features")),
                slip(
                        "body-trained",
                        Slip.BODY_TRAINED,
                        "The body has been trained, too. Only the head may be updated."),
                slip(
                        "norm-trained",
                        Slip.NORM_TRAINED,
                        "Gamma and beta of the normalisation have been trained. They belong to the frozen body like its"
                                + " weights."));
    }

    private static List<Mistake> headMistakes() {
        return List.of(
                slip(
                        "head-not-trained",
                        Slip.HEAD_NOT_TRAINED,
                        "This has not moved: it is frozen with the rest, or missing in the update. The whole head learns,"
                                + " weights and biases."),
                slip("one-step", Slip.ONE_STEP, "There is one step only; the input 'steps' says how many."),
                slip(
                        "sum-for-mean",
                        Slip.SUM_FOR_MEAN,
                        "The steps are B times too long: the loss is the mean over the batch, not the sum."),
                slip("ascent", Slip.ASCENT, "The steps go up the hill: the gradient is to be subtracted."),
                slip(
                        "bias-not-trained",
                        Slip.BIAS_NOT_TRAINED,
                        "The bias of the head has not moved, and so the weights go another way from the second step"
                                + " on. It belongs to the head."),
                slip(
                        "no-normalisation",
                        Slip.NO_NORM,
                        "The normalisation has no influence: the head is trained on features without it."));
    }
}
