package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.List;
import java.util.stream.IntStream;

/** Solve the selection of question 3: the trial with the best validation accuracy, the first of equally good ones. */
public final class DenseSelection implements ReferenceTask {
    private static final int VALIDATED = 12_000;
    private static final int TESTED = 10_000;
    private static final int TRAINED = 48_000;

    @Override
    public String id() {
        return "dense/selection";
    }

    /** Draw trials of which two or more share the best validation accuracy; each other rule chooses another trial. */
    @Override
    public Inputs draw(Draw draw) {
        int trials = draw.integer(6, 9);
        return draw.until(
                () -> {
                    double[] validation = accuracies(draw, trials, VALIDATED);
                    double best = Sums.largest(validation);
                    int first = draw.integer(2, trials - 3);
                    validation[first] = best;
                    validation[draw.integer(first + 1, trials - 1)] = best;
                    return inputs(accuracies(draw, trials, TRAINED), validation, accuracies(draw, trials, TESTED));
                },
                DenseSelection::tells);
    }

    private static double[] accuracies(Draw draw, int trials, int of) {
        return draw.vector(trials, () -> draw.integer(of / 2, of - of / 50) / (double) of);
    }

    private static boolean tells(Inputs in) {
        List<Integer> chosen = List.of(
                first(in.vector("validation")),
                last(in.vector("validation")),
                first(in.vector("training")),
                first(in.vector("test")),
                first(mean(in)),
                worst(in.vector("validation")));
        return chosen.get(0) >= 2
                && chosen.stream().skip(1).noneMatch(other -> chosen.get(0).equals(other) || chosen.get(0) + 1 == other)
                && chosen.stream().skip(1).distinct().count() >= 3;
    }

    /** Here no two trials are equally good. */
    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase(
                        "three rates, test set disagrees",
                        inputs(new double[] {0.99, 0.115, 0.97}, new double[] {0.92, 0.115, 0.965}, new double[] {
                            0.971, 0.113, 0.964
                        })),
                new EdgeCase(
                        "best validation in the middle",
                        inputs(
                                new double[] {0.90, 0.99, 0.95, 0.97, 0.96},
                                new double[] {0.89, 0.93, 0.91, 0.94, 0.92},
                                new double[] {0.90, 0.94, 0.92, 0.91, 0.95})));
    }

    private static Inputs inputs(double[] training, double[] validation, double[] test) {
        return Inputs.none()
                .and("training", training)
                .and("validation", validation)
                .and("test", test);
    }

    @Override
    public Answers solve(Inputs in) {
        return chosen(first(in.vector("validation")));
    }

    private static Answers chosen(int trial) {
        return Answers.of("chosen", trial);
    }

    private static int first(double[] accuracies) {
        return IntStream.range(0, accuracies.length)
                .reduce(0, (best, i) -> accuracies[i] > accuracies[best] ? i : best);
    }

    private static int last(double[] accuracies) {
        return IntStream.range(0, accuracies.length)
                .reduce(0, (best, i) -> accuracies[i] >= accuracies[best] ? i : best);
    }

    private static int worst(double[] accuracies) {
        return first(Sums.vector(accuracies.length, i -> -accuracies[i]));
    }

    private static double[] mean(Inputs in) {
        double[] validation = in.vector("validation");
        double[] test = in.vector("test");
        return Sums.vector(test.length, i -> (validation[i] + test[i]) / 2);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "by-test-set",
                        "This is the trial with the best accuracy on the test set. Chosen by it, its accuracy is no"
                                + " honest estimate any more; the test set waits until everything is chosen.",
                        in -> chosen(first(in.vector("test")))),
                new Mistake(
                        "test-set-mixed-in",
                        "The test set takes part in the choice: this trial has the best mean of validation and test"
                                + " accuracy.",
                        in -> chosen(first(mean(in)))),
                new Mistake(
                        "by-training",
                        "This is the trial with the best accuracy on the training part, which rewards learning by"
                                + " heart.",
                        in -> chosen(first(in.vector("training")))),
                new Mistake(
                        "worst",
                        "This is the smallest validation accuracy. An accuracy is to be large; a loss would be small.",
                        in -> chosen(worst(in.vector("validation")))),
                new Mistake(
                        "last-of-ties",
                        "Of trials with the same validation accuracy the last one is chosen. The rule of this task is"
                                + " the first; compare with > and not with >=.",
                        in -> chosen(last(in.vector("validation")))),
                new Mistake(
                        "counted-from-1",
                        "One too many: indices count from 0.",
                        in -> chosen(first(in.vector("validation")) + 1)));
    }
}
