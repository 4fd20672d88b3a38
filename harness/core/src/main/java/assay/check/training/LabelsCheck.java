package assay.check.training;

import assay.api.Tensor;
import assay.assignment.About;
import assay.assignment.Default;
import assay.assignment.Task;
import assay.check.CheckContext;
import assay.check.CheckKind;
import assay.check.Diagnosis;
import assay.check.Judgement;
import assay.check.Trial;
import assay.check.Verdict;
import assay.run.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judge the form of predicted labels: one for each test image, all of them numbers of classes. It needs no reference. */
@About(
        "Judge the form of predicted labels: one for each test image of the task's data, all of them numbers of classes. It needs no reference, so that a kit can say it as well.")
public final class LabelsCheck implements CheckKind<LabelsCheck.Spec> {
    /** Hold the keys. */
    public record Spec(
            @About("the answer with one label per image") String answer,

            @About("number of classes") @Default("10") int classes) {
        public Spec {
            if (classes < 2) {
                throw new IllegalArgumentException("classes must be 2 or more, was " + classes);
            }
        }
    }

    @Override
    public String name() {
        return "labels";
    }

    @Override
    public Class<Spec> specType() {
        return Spec.class;
    }

    @Override
    public String objection(Spec spec, Task task) {
        return task.data().isEmpty()
                ? "the task has no 'data', which say how many images there are"
                : task.objection(List.of(spec.answer()));
    }

    @Override
    public boolean isUnique() {
        return false;
    }

    @Override
    public Judgement judge(Spec spec, CheckContext context) {
        List<Trial> trials = context.trials();
        if (trials.isEmpty()) {
            return Judgement.without(Verdict.NOT_JUDGED, "no-trials", "There is nothing to judge by.");
        }
        return context.unanswered(trials, spec.answer())
                .or(() -> trials.stream()
                        .flatMap(trial -> objection(spec, trial, context).stream())
                        .findFirst())
                .orElseGet(() -> passed(spec, context));
    }

    private static Judgement passed(Spec spec, CheckContext context) {
        return Judgement.passed(
                "one label from 0 to " + (spec.classes() - 1) + " for each of the " + images(context) + " images",
                List.of());
    }

    private static int images(CheckContext context) {
        return context.task().data().orElseThrow().test();
    }

    private static Optional<Judgement> objection(Spec spec, Trial trial, CheckContext context) {
        Tensor given = ((Outcome.Answered) trial.outcome()).answers().tensor(spec.answer());
        int images = images(context);
        if (given.rank() != 1 || given.size() != images) {
            return wrong("wrong-length", Diagnosis.none(), length(given, images));
        }
        double[] labels = given.toArray();
        if (Arrays.stream(labels).allMatch(label -> label == Math.rint(label) && label >= 1 && label <= spec.classes())
                && Arrays.stream(labels).anyMatch(label -> label == spec.classes())) {
            return wrong(
                    "out-of-range",
                    new Diagnosis("labels-from-one", "The classes start at 1 here, they must start at 0."),
                    "The labels run from 1 to " + spec.classes() + "; they must run from 0 to " + (spec.classes() - 1)
                            + ". Does your program count classes from 1?");
        }
        for (int i = 0; i < labels.length; i++) {
            boolean fits = labels[i] == Math.rint(labels[i]) && labels[i] >= 0 && labels[i] < spec.classes();
            if (!fits) {
                return wrong(
                        "out-of-range",
                        Diagnosis.none(),
                        "Label " + (i + 1) + " of " + images + " is " + number(labels[i])
                                + "; a label is a whole number from 0 to " + (spec.classes() - 1) + "."
                                + (labels[i] == Math.rint(labels[i])
                                        ? ""
                                        : " Are these scores? Of scores the place of the largest is the label."));
            }
        }
        return Optional.empty();
    }

    private static String length(Tensor given, int images) {
        if (given.rank() != 1) {
            return "There is " + given.describe() + "; there must be one label for each of the " + images + " images.";
        }
        int missing = images - given.size();
        String hint = switch (missing) {
            case 1 -> " Is the first taken for a heading, or the last line not written?";
            case -1 -> " Is there a heading that is a number?";
            default ->
                missing > 0
                        ? " Is the last batch, which has fewer images, left out?"
                        : " Are these the training images as well?";
        };
        return "There are " + given.size() + " labels; there must be " + images + ", one for each test image: "
                + Math.abs(missing) + " too " + (missing > 0 ? "few" : "many") + "." + hint;
    }

    private static Optional<Judgement> wrong(String cause, Diagnosis diagnosis, String message) {
        return Optional.of(Judgement.wrong(cause, message, diagnosis, List.of()));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.valueOf(value);
    }
}
