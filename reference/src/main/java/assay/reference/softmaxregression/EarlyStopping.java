package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Solve 3.2d: stop when {@code patience} losses in a row are not strictly below the best so far, and keep the weights of
 * the best. NaN is no improvement. The index -1 stands for "never".
 */
public final class EarlyStopping implements ReferenceTask {
    private static final int NEVER = -1;

    /** Decide whether a loss is an improvement; best and previous are those seen so far. */
    @FunctionalInterface
    private interface Rule {
        boolean improves(double loss, double best, double previous);
    }

    private record Outcome(int stop, int best, int last) {
        Answers answers() {
            return Answers.of("stop", stop).and("best", best);
        }
    }

    @Override
    public String id() {
        return "training/early-stopping";
    }

    /** Draw until every known mistake gives another stop or another best: ties, bumps and a NaN are among the losses. */
    @Override
    public Inputs draw(Draw draw) {
        return draw.until(
                () -> {
                    int n = draw.integer(12, 18);
                    double[] losses = new double[n];
                    double level = draw.integer(10, 14);
                    for (int i = 0; i < n; i++) {
                        losses[i] = level / 4;
                        level = Math.max(1, level + draw.integer(-3, 2));
                    }
                    losses[draw.integer(1, n - 4)] = Double.NaN;
                    return inputs(draw.integer(2, 4), losses);
                },
                this::tells);
    }

    private boolean tells(Inputs in) {
        Answers right = solve(in);
        return mistakes().stream()
                .allMatch(mistake -> mistake.answer().apply(in).fields().byName().entrySet().stream()
                        .anyMatch(one -> !right.get(one.getKey()).equals(Optional.of(one.getValue()))));
    }

    private static Inputs inputs(int patience, double... losses) {
        return Inputs.none().and("losses", losses).and("patience", patience);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        double nan = Double.NaN;
        return List.of(
                new EdgeCase("better than ever after the stop", inputs(3, 5, 4, 3, 3.2, 3.4, 3.3, 3.5, 2)),
                new EdgeCase("a second wind", inputs(3, 5, 4, 3, 3.5, 2.9, 3, 3.1, 3.2)),
                new EdgeCase("always better", inputs(2, 3, 2, 1)),
                new EdgeCase("always worse", inputs(1, 1, 2, 3)),
                new EdgeCase("up and down, but down", inputs(2, 5, 4, 5, 3, 5, 2, 5, 1)),
                new EdgeCase("slowly down from a peak", inputs(2, 3, 4, 3.9, 3.8, 3.7)),
                new EdgeCase("a plateau of ties", inputs(3, 5, 4, 3, 3, 3, 3, 2)),
                new EdgeCase("all equal", inputs(2, 2, 2, 2, 2)),
                new EdgeCase("NaN twice", inputs(2, 4, nan, nan, 3)),
                new EdgeCase("NaN once", inputs(2, 4, nan, 3, 3.5, 2)),
                new EdgeCase("NaN and worse", inputs(2, 4, nan, 5, nan, 6, 7)));
    }

    @Override
    public Answers solve(Inputs in) {
        return run(in, in.integer("patience"), EarlyStopping::strictly).answers();
    }

    private static boolean strictly(double loss, double best, double previous) {
        return loss < best;
    }

    private static Outcome run(Inputs in, int patience, Rule rule) {
        double[] losses = in.vector("losses");
        int best = 0;
        int waited = 0;
        for (int i = 1; i < losses.length; i++) {
            if (rule.improves(losses[i], losses[best], losses[i - 1])) {
                best = i;
                waited = 0;
            } else if (++waited >= patience) {
                return new Outcome(i, best, i);
            }
        }
        return new Outcome(NEVER, best, losses.length - 1);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                waiting(
                        "patience-less-one",
                        "It stops one check too early: 'patience' checks in a row without improvement are allowed to"
                                + " come, the last of them stops.",
                        patience -> patience - 1),
                waiting(
                        "patience-plus-one",
                        "It stops one check too late: the check that is number 'patience' without improvement stops.",
                        patience -> patience + 1),
                ruled(
                        "ties-reset",
                        "A loss equal to the best one counts as an improvement here; it has to be strictly less.",
                        (loss, best, previous) -> loss <= best),
                new Mistake(
                        "nan-skipped",
                        "NaN is left out as if there had been no check. It is a check without improvement.",
                        EarlyStopping::skippingNan),
                ruled(
                        "nan-resets",
                        "NaN counts as an improvement here. Every comparison with NaN is false, so 'not greater or equal'"
                                + " is not the same as 'less'.",
                        (loss, best, previous) -> !(loss >= best)),
                new Mistake(
                        "last-for-best",
                        "This is the last check that was made. The weights to keep are those of the best check.",
                        EarlyStopping::lastForBest),
                new Mistake(
                        "best-of-all",
                        "Losses after the stop have been looked at: they are never computed.",
                        EarlyStopping::bestOfAll),
                new Mistake(
                        "compares-with-previous",
                        "Each loss is compared with the one before. Compare with the best so far: after a peak the losses"
                                + " may fall for long without being better than ever.",
                        EarlyStopping::withPrevious));
    }

    private static Mistake ruled(String id, String sentence, Rule rule) {
        return new Mistake(
                id, sentence, in -> run(in, in.integer("patience"), rule).answers());
    }

    private static Mistake waiting(String id, String sentence, UnaryOperator<Integer> patience) {
        return new Mistake(
                id,
                sentence,
                in -> run(in, patience.apply(in.integer("patience")), EarlyStopping::strictly)
                        .answers());
    }

    /** Reset on any fall, but keep the index of the least loss up to the stop, as a right program does beside it. */
    private static Answers withPrevious(Inputs in) {
        Outcome outcome = run(in, in.integer("patience"), (loss, best, previous) -> loss < previous);
        return Answers.of("stop", outcome.stop).and("best", least(in, outcome.last));
    }

    private static Answers skippingNan(Inputs in) {
        double[] losses = in.vector("losses");
        int best = 0;
        int waited = 0;
        for (int i = 1; i < losses.length; i++) {
            if (losses[i] < losses[best]) {
                best = i;
                waited = 0;
            } else if (losses[i] >= losses[best] && ++waited >= in.integer("patience")) {
                return new Outcome(i, best, i).answers();
            }
        }
        return new Outcome(NEVER, best, losses.length - 1).answers();
    }

    private static Answers lastForBest(Inputs in) {
        Outcome outcome = run(in, in.integer("patience"), EarlyStopping::strictly);
        return Answers.of("best", outcome.last);
    }

    private static Answers bestOfAll(Inputs in) {
        return Answers.of("best", least(in, in.vector("losses").length - 1));
    }

    private static int least(Inputs in, int last) {
        double[] losses = in.vector("losses");
        int best = 0;
        for (int i = 1; i <= last; i++) {
            best = losses[i] < losses[best] ? i : best;
        }
        return best;
    }
}
