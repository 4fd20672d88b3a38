package assay.check;

import assay.api.NoAnswer;
import assay.api.reference.Claim;
import assay.api.reference.ReferenceTask;
import assay.assignment.About;
import assay.assignment.Default;
import assay.assignment.Suggestion;
import assay.assignment.Task;
import assay.run.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Judge a witness (a counterexample, a point, a factorisation) or a property of the answers (a permutation, a descent):
 * the reference examines whether they show the claim.
 */
@About(
        "Judge a witness (a counterexample, a point, a factorisation) or a property of the answers (a permutation, a descent): the reference examines whether they show the claim.")
public final class WitnessCheck implements CheckKind<WitnessCheck.Spec> {
    /** Hold the keys. */
    public record Spec(
            @About("name of the claim in the reference") String claim,
            @About("the answer that must be there") String answer,
            @About("the cases that count") @Default("all") Selection on) {}

    @Override
    public String name() {
        return "witness";
    }

    @Override
    public Class<Spec> specType() {
        return Spec.class;
    }

    @Override
    public String objection(Spec spec, Task task) {
        return task.objection(List.of(spec.answer()));
    }

    @Override
    public Selection on(Spec spec) {
        return spec.on();
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
                    Verdict.NOT_JUDGED, "no-reference", "The witness is examined by the reference only.");
        }
        Claim claim = reference.get().claims().get(spec.claim());
        if (claim == null) {
            return Judgement.without(
                    Verdict.NOT_JUDGED,
                    "unknown-claim",
                    "The reference examines no claim '" + spec.claim() + "'; "
                            + Suggestion.of(
                                    spec.claim(), reference.get().claims().keySet()));
        }
        List<Trial> chosen = spec.on().of(context.trials());
        return Comparer.withoutTrials(spec.on(), context)
                .or(() -> context.unanswered(chosen, spec.answer()))
                .orElseGet(() -> judged(claim, chosen, context));
    }

    private static Judgement judged(Claim claim, List<Trial> chosen, CheckContext context) {
        try {
            return judge(claim, chosen, context);
        } catch (NoAnswer e) {
            return Judgement.without(
                    Verdict.MISSING,
                    "no-answer",
                    "No numbers are answered under '" + e.name() + "', which belongs to it.");
        }
    }

    private static Judgement judge(Claim claim, List<Trial> chosen, CheckContext context) {
        for (Trial trial : chosen) {
            Optional<String> objection =
                    claim.objection(trial.request().inputs(), ((Outcome.Answered) trial.outcome()).answers());
            if (objection.isPresent()) {
                Diagnosis diagnosis = new RightAnswers(context)
                        .mistake(chosen)
                        .map(mistake -> new Diagnosis(mistake.id(), mistake.sentence()))
                        .orElse(Diagnosis.none());
                String message = context.place(trial) + objection.get();
                return Judgement.wrong(
                        "no-witness",
                        diagnosis.sentence().isEmpty() ? message : message + " " + diagnosis.sentence(),
                        diagnosis,
                        List.of());
            }
        }
        return Judgement.passed("the witness shows the claim", List.of());
    }
}
