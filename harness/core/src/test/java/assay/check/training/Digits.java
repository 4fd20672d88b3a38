package assay.check.training;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.ImagePool;
import assay.api.reference.ReferenceTask;
import assay.assignment.Criterion;
import assay.assignment.Field;
import assay.assignment.Task;
import assay.assignment.TrainingData;
import assay.assignment.ValueType;
import assay.assignment.Way;
import assay.check.Trial;
import assay.run.Outcome;
import assay.run.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Be the reference of a task about a hundred images, which gets some of them right.
 *
 * @param right how many, the first ones
 * @param accuracies its shares on validation images after each epoch
 */
record Digits(int right, List<Double> accuracies) implements ReferenceTask {
    static final Task TASK = new Task(
            "digits/net",
            "1",
            "Net",
            List.of(Way.CODE),
            List.of(),
            List.of(field("predictions", "list"), field("losses", "vector [e]"), field("accuracies", "vector [f]")),
            List.of(new Criterion("curves", "Curves", 1, List.of())),
            Optional.of(new TrainingData("digits", "", 10, 100, List.of())),
            List.of());

    private static final Tensor TRUTH =
            Tensor.vector(IntStream.range(0, 100).mapToDouble(i -> i * i % 10).toArray());

    private static final double[] LOSSES = {Math.log(10), 1, 0.6, 0.5};

    private static Field field(String name, String type) {
        return new Field(name, ValueType.parse(type), "");
    }

    /** Return labels of which the first are right. */
    static double[] labels(int right) {
        double[] labels = TRUTH.toArray();
        for (int i = right; i < labels.length; i++) {
            labels[i] = (labels[i] + 3) % 10;
        }
        return labels;
    }

    /** Return the trial in which this was answered. */
    static Trial trial(Answers answers) {
        return new Trial(
                new Request("id", TASK.id(), "seed 1", true, Inputs.none()),
                new Outcome.Answered(answers, 0),
                Answers.none());
    }

    /** Return predictions of which the first {@code own} are right beside a reference that has {@code reference}. */
    static Predictions predictions(int own, int reference) {
        Trial trial = trial(Answers.of("predictions", labels(own)));
        return Predictions.of(trial, "predictions", new Digits(reference, List.of(0.8)));
    }

    @Override
    public String id() {
        return TASK.id();
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs inputs) {
        return Answers.of("predictions", labels(right)).and("losses", LOSSES).and("accuracies", accuracies);
    }

    @Override
    public Answers compared(Inputs inputs, Answers given) {
        return Answers.of("predictions", ImagePool.hits(TRUTH, given.tensor("predictions")));
    }
}
