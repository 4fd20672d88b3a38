package assay.check.training;

import assay.api.reference.ReferenceTask;
import assay.assignment.About;
import assay.assignment.Task;
import assay.check.CheckContext;
import assay.check.CheckKind;
import assay.check.Diagnosis;
import assay.check.Judgement;
import assay.check.Trial;
import assay.check.Verdict;
import assay.run.Outcome;
import java.util.List;
import java.util.Optional;

/** Judge that the predictions of two models are of two models: both classify, and they do not agree on every image. */
@About(
        "Judge that the predictions of two models are of two models: the second classifies clearly better than guessing, and they do not agree on every image.")
public final class DistinctModelsCheck implements CheckKind<DistinctModelsCheck.Spec> {
    /** Hold the keys. */
    public record Spec(
            @About("the answer with the predictions of one model")
            String first,

            @About("the answer with those of the other") String second,

            @About("the least share that the second must have right")
            double accuracy) {
        public Spec {
            if (!(accuracy > 0 && accuracy < 1)) {
                throw new IllegalArgumentException("accuracy must be between 0 and 1, was " + accuracy);
            }
        }
    }

    @Override
    public String name() {
        return "distinct-models";
    }

    @Override
    public Class<Spec> specType() {
        return Spec.class;
    }

    @Override
    public String objection(Spec spec, Task task) {
        return task.objection(List.of(spec.first(), spec.second()));
    }

    @Override
    public boolean isUnique() {
        return false;
    }

    @Override
    public Judgement judge(Spec spec, CheckContext context) {
        Optional<ReferenceTask> reference = context.reference();
        if (reference.isEmpty()) {
            return Judgement.without(
                    Verdict.NOT_JUDGED, "no-reference", "What is right is known to the reference only.");
        }
        return context.unanswered(context.trials(), spec.first())
                .or(() -> context.unanswered(context.trials(), spec.second()))
                .orElseGet(() -> judge(spec, context.trials(), reference.get()));
    }

    private static Judgement judge(Spec spec, List<Trial> trials, ReferenceTask reference) {
        int different = 0;
        int images = 0;
        int right = 0;
        for (Trial trial : trials) {
            double[] one = labels(trial, spec.first());
            Predictions other = Predictions.of(trial, spec.second(), reference);
            for (int i = 0; i < other.size(); i++) {
                different += i < one.length && one[i] == other.labels()[i] ? 0 : 1;
            }
            images += other.size();
            right += other.right();
        }
        if (different == 0) {
            Diagnosis same = new Diagnosis(
                    "same-model",
                    "Both models predict the same label for all " + images
                            + " images, so their errors are identical: were" + " both lists made by the same model?");
            return Judgement.wrong("same-model", same.sentence(), same, List.of());
        }
        if (!(right >= spec.accuracy() * images)) {
            return Judgement.wrong(
                    "less-accurate",
                    "Only " + right + " of " + images + " labels in '" + spec.second() + "' are right.",
                    Diagnosis.none(),
                    List.of());
        }
        return Judgement.passed("the models differ on " + different + " of " + images + " images", List.of());
    }

    private static double[] labels(Trial trial, String name) {
        return Predictions.labels(((Outcome.Answered) trial.outcome()).answers().tensor(name));
    }
}
