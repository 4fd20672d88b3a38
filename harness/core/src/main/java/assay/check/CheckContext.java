package assay.check;

import assay.api.Answers;
import assay.api.Value;
import assay.api.reference.ReferenceTask;
import assay.assignment.Task;
import assay.run.Outcome;
import assay.submission.Submission;
import assay.timing.Timing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hold what a check may look at: the task, all its trials, and the reference where there is one. */
public final class CheckContext {
    private final Task task;
    private final List<Trial> trials;
    private final @Nullable ReferenceTask reference;
    private final @Nullable Timing timing;

    /** Collect it. */
    public CheckContext(Task task, List<Trial> trials, @Nullable ReferenceTask reference) {
        this(task, trials, reference, null);
    }

    private CheckContext(Task task, List<Trial> trials, @Nullable ReferenceTask reference, @Nullable Timing timing) {
        this.task = task;
        this.trials = List.copyOf(trials);
        this.reference = reference;
        this.timing = timing;
    }

    /** Return the same with what was measured for the criterion that is judged. */
    CheckContext timed(@Nullable Timing measured) {
        return new CheckContext(task, trials, reference, measured);
    }

    /** Return what was measured for the criterion that is judged; empty where nothing was. */
    public Optional<Timing> timing() {
        return Optional.ofNullable(timing);
    }

    /** Return the task. */
    public Task task() {
        return task;
    }

    /** Return the trials in the order of the plan. */
    public List<Trial> trials() {
        return trials;
    }

    /** Return the reference; empty in a student's kit. */
    public Optional<ReferenceTask> reference() {
        return Optional.ofNullable(reference);
    }

    /** Return the judgement for the first of {@code chosen} that has no usable value called {@code answer}, if any. */
    public Optional<Judgement> unanswered(List<Trial> chosen, String answer) {
        for (Trial trial : chosen) {
            if (trial.outcome() instanceof Outcome.Failed failed) {
                return Optional.of(fault(trial, failed));
            }
            Outcome.Answered answered = (Outcome.Answered) trial.outcome();
            Optional<Judgement> refused = refused(trial, List.of(answer));
            if (refused.isPresent()) {
                return refused;
            }
            Answers given = answered.answers();
            Optional<Value> value = given.get(answer);
            if (value.isEmpty()) {
                return Optional.of(Judgement.without(
                        Verdict.MISSING, "no-answer", "'" + answer + "' is not among the answers" + strangers(given)));
            }
            Optional<String> objection =
                    task.answer(answer).flatMap(field -> field.type().objection(value.get()));
            if (objection.isPresent()) {
                return Optional.of(Judgement.wrong(
                        "wrong-shape",
                        place(trial) + "'" + answer + "' " + objection.get() + ".",
                        Diagnosis.none(),
                        List.of()));
            }
        }
        return Optional.empty();
    }

    /** Name what was answered and not asked for: the answer may be there under a wrong name. */
    private String strangers(Answers given) {
        List<String> names = given.fields().byName().keySet().stream()
                .filter(name -> task.answer(name).isEmpty())
                .toList();
        return names.isEmpty() ? "." : "; is it called '" + String.join("', '", names) + "' by mistake?";
    }

    /** Return the judgement for the first of {@code answers} that was given in {@code trial} but could not be read, if any. */
    public Optional<Judgement> refused(Trial trial, List<String> answers) {
        if (trial.outcome() instanceof Outcome.Answered answered) {
            for (String answer : answers) {
                Outcome.Failed failed = answered.refused().get(answer);
                if (failed != null) {
                    return Optional.of(fault(trial, failed));
                }
            }
        }
        return Optional.empty();
    }

    /** Return the judgement for a trial that has no answer. */
    public Judgement fault(Trial trial, Outcome.Failed failed) {
        String before = failed.where().isEmpty() ? "" : failed.where() + ": ";
        String after = failed.where().isEmpty() ? "" : " (" + failed.where() + ")";
        String cause = failed.fault().word();
        return switch (failed.fault()) {
            case NOT_ANSWERED -> Judgement.without(Verdict.MISSING, cause, failed.message());
            case UNREADABLE ->
                Judgement.without(
                        Verdict.UNGRADABLE, cause, before + (isWritten(failed) ? "" : place(trial)) + failed.message());
            case NOT_COMPILED -> Judgement.without(Verdict.UNGRADABLE, cause, before + failed.message());
            case HARNESS, NOT_NEEDED -> Judgement.without(Verdict.NOT_JUDGED, cause, failed.message());
            default ->
                Judgement.wrong(
                        cause, place(trial) + failed.message() + after + training(failed), Diagnosis.none(), List.of());
        };
    }

    /** Say for a training whose limit it exceeded, and what helps. */
    private String training(Outcome.Failed failed) {
        if (task.data().isEmpty()) {
            return "";
        }
        String stop = failed.where().isEmpty() ? "" : ".";
        return switch (failed.fault()) {
            case TIME_LIMIT ->
                stop
                        + " The limit is this assignment's, for training and classifying together: fewer epochs, or whole arrays in"
                        + " place of loops over pixels?";
            case MEMORY_LIMIT ->
                stop
                        + " The limit is this assignment's: are arrays of every epoch kept, or all images as float64 several times?";
            default -> "";
        };
    }

    /** What is written in answers.yaml is the same in all cases; what code returns need not be. */
    private static boolean isWritten(Outcome.Failed failed) {
        return failed.where().startsWith(Submission.ANSWERS);
    }

    /** Return "In case X: " for tasks with several trials, else "". */
    public String place(Trial trial) {
        return trials.size() > 1 ? "In case '" + trial.request().label() + "': " : "";
    }
}
