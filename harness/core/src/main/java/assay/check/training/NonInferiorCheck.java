package assay.check.training;

import assay.api.reference.ReferenceTask;
import assay.assignment.About;
import assay.assignment.Default;
import assay.assignment.Task;
import assay.check.CheckContext;
import assay.check.CheckKind;
import assay.check.Diagnosis;
import assay.check.Judgement;
import assay.check.Trial;
import assay.check.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Judge a trained model by its predictions: over paired seeds its accuracy must not be worse than the reference's by more
 * than a margin. The seeds are looked at a few times; what is clear early is not asked further.
 */
@About(
        "Judge a trained model by its predictions on images seen for the first time: over paired seeds its accuracy must not be worse than the reference's by more than a margin. The seeds are looked at a few times; what is clear early is not asked further.")
public final class NonInferiorCheck implements CheckKind<NonInferiorCheck.Spec> {
    /** Hold the keys. */
    public record Spec(
            @About("the answer with one label per image, or with one row of scores per image")
            String answer,

            @About("how many percent points of accuracy do not matter")
            double margin,

            @About("probability of a wrong decision, over all looks") @Default("0.05")
            double alpha,

            @About("after how many seeds to look, rising; draws is the last")
            List<Integer> looks,

            @About("number of classes") @Default("10") int classes,

            @About("the answer with the logged training losses, for diagnoses; \"\" for none") @Default("")
            String losses,

            @About("why the margin is what it is") @Default("")
            String because) {
        public Spec {
            if (!(margin > 0 && margin <= 100)) {
                throw new IllegalArgumentException("margin must be more than 0 percent points, was " + margin);
            }
            if (!(alpha > 0 && alpha < 0.5)) {
                throw new IllegalArgumentException("alpha must be between 0 and 0.5, was " + alpha);
            }
            looks = List.copyOf(looks);
            int before = 1;
            for (int look : looks) {
                if (look <= before) {
                    throw new IllegalArgumentException("looks must rise and start at 2 or more, was " + looks);
                }
                before = look;
            }
            if (looks.isEmpty()) {
                throw new IllegalArgumentException("looks must name at least one number of seeds");
            }
        }
    }

    @Override
    public String name() {
        return "non-inferior";
    }

    @Override
    public Class<Spec> specType() {
        return Spec.class;
    }

    @Override
    public String objection(Spec spec, Task task) {
        return task.data().isEmpty()
                ? "the task has no 'data' to train on"
                : task.objection(
                        spec.losses().isEmpty() ? List.of(spec.answer()) : List.of(spec.answer(), spec.losses()));
    }

    @Override
    public boolean isUnique() {
        return false;
    }

    @Override
    public boolean isDecided(Spec spec, CheckContext context) {
        Verdict verdict = judge(spec, context).verdict();
        return verdict != Verdict.INCONCLUSIVE && verdict != Verdict.NOT_JUDGED;
    }

    @Override
    public Judgement judge(Spec spec, CheckContext context) {
        Optional<ReferenceTask> reference = context.reference();
        if (reference.isEmpty()) {
            return Judgement.without(
                    Verdict.NOT_JUDGED, "no-reference", "Accuracy is compared with the reference, which is not here.");
        }
        List<Trial> trials = context.trials();
        if (trials.isEmpty()) {
            return Judgement.without(Verdict.NOT_JUDGED, "no-trials", "There is no seed to judge by.");
        }
        return context.unanswered(trials, spec.answer())
                .or(() -> Predictions.misfit(trials, spec.answer(), spec.classes(), reference.get(), context))
                .orElseGet(() -> judge(spec, trials, reference.get()));
    }

    private static Judgement judge(Spec spec, List<Trial> trials, ReferenceTask reference) {
        List<Predictions> all = trials.stream()
                .map(trial -> Predictions.of(trial, spec.answer(), reference))
                .toList();
        // A standard deviation below that of rounding to whole images is not believed.
        double resolution = 100.0 / all.get(0).size() / Math.sqrt(12);
        SequentialTest test = new SequentialTest(spec.margin(), spec.alpha(), spec.looks(), resolution);
        List<Double> deficits = all.stream().map(Predictions::deficit).toList();
        List<SequentialTest.Look> looks = test.looks(deficits);
        AccuracyEvidence evidence = new AccuracyEvidence(spec, all, looks, test.alphaPerLook());
        if (looks.isEmpty()) {
            return new Judgement(
                    Verdict.INCONCLUSIVE,
                    0,
                    "too-few-seeds",
                    "There are " + trials.size() + " seeds, the first look is after "
                            + spec.looks().get(0) + ".",
                    Diagnosis.none(),
                    evidence.all());
        }
        SequentialTest.Look last = looks.get(looks.size() - 1);
        String found = evidence.sentence(last);
        return switch (last.decision()) {
            case NOT_INFERIOR -> Judgement.passed(found, evidence.all());
            case INFERIOR -> {
                Diagnosis diagnosis = new TrainingDiagnosis(spec, all, reference).find();
                String first = diagnosis.sentence().isEmpty() ? "" : diagnosis.sentence() + " ";
                yield Judgement.wrong("less-accurate", first + found, diagnosis, evidence.all());
            }
            case OPEN ->
                new Judgement(
                        Verdict.INCONCLUSIVE,
                        0,
                        "seed-budget",
                        found + more(test, deficits),
                        Diagnosis.none(),
                        evidence.all());
        };
    }

    private static String more(SequentialTest test, List<Double> deficits) {
        int more = test.needed(deficits) - deficits.size();
        return String.format(
                Locale.ROOT,
                " If mean and spread stay as they are, about %d more seed%s would decide it; until then it is open, not wrong.",
                more,
                more == 1 ? "" : "s");
    }
}
