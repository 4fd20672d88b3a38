package assay.check.graph;

import assay.api.Tensor;
import assay.check.Diagnosis;
import assay.check.Evidence;
import assay.check.Judgement;
import assay.formula.Constants;
import assay.formula.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Judge the value that a list computes for its result, in every case. */
final class StepValueJudge {
    private static final int MOST_ROWS = 8;

    private final String result;
    private final Set<String> leaves;
    private final List<Goal> goals;

    StepValueJudge(String result, Set<String> leaves, List<Goal> goals) {
        this.result = result;
        this.leaves = leaves;
        this.goals = List.copyOf(goals);
    }

    /** Judge it; {@code evidence} shows the list with the flaws that it is given. */
    Judgement judge(StepList list, Function<List<Flaw>, List<Evidence>> evidence) {
        List<List<String>> rows = new ArrayList<>();
        Optional<Goal> missed = Optional.empty();
        for (Goal goal : goals) {
            Optional<Tensor> value =
                    StepValues.of(list.steps(), goal.inputs(), leaves).get(result);
            if (value.isEmpty()) {
                List<Flaw> flaws = list.unreadable().isEmpty() ? List.of(undefined(list)) : list.unreadable();
                return Flaw.judgement("no-value", flaws, evidence.apply(flaws));
            }
            boolean right = value.get().rank() == 0 && goal.accepts(value.get().item());
            if (!right && missed.isEmpty()) {
                missed = Optional.of(goal);
            }
            if (rows.size() < MOST_ROWS) {
                rows.add(List.of(
                        goal.label(),
                        Double.toString(goal.expected()),
                        written(value.get()),
                        right ? "right" : "wrong"));
            }
        }
        List<Evidence> shown = new ArrayList<>(evidence.apply(List.of()));
        shown.add(new Evidence.Table(
                "The value of " + result, List.of("case", "expected", "of the list", "verdict"), rows));
        return missed.map(goal -> wrong(list, goal, shown))
                .orElseGet(() -> Judgement.passed(
                        "the list gives the right value"
                                + (goals.size() > 1 ? " in all " + goals.size() + " cases" : ""),
                        shown));
    }

    private Judgement wrong(StepList list, Goal goal, List<Evidence> evidence) {
        Tensor value =
                StepValues.of(list.steps(), goal.inputs(), leaves).get(result).orElseThrow();
        boolean finite =
                value.toArray().length > 0 && Arrays.stream(value.toArray()).allMatch(Double::isFinite);
        Diagnosis diagnosis = new StepDiagnosis(list.steps(), result, leaves, goals).find();
        String place = (goals.size() > 1 ? "In case '" + goal.label() + "': " : "") + result + " is "
                + StepEvidence.write(value) + ", right is " + StepEvidence.write(goal.expected()) + ".";
        String cause = value.rank() > 0 ? "wrong-shape" : finite ? "wrong-value" : "non-finite";
        return Judgement.wrong(cause, (place + " " + diagnosis.sentence()).strip(), diagnosis, evidence);
    }

    /** Name the first definition that is missing on the way to the result. */
    private Flaw undefined(StepList list) {
        Ancestry graph = Ancestry.of(list.steps());
        if (!graph.operands().containsKey(result)) {
            return new Flaw("no-result", result, 0, "No line defines '" + result + "', the value that is asked for.");
        }
        Set<String> known = new HashSet<>(leaves);
        for (Step step : list.steps()) {
            for (String name : Trees.names(step.operation())) {
                boolean constant = Constants.find(name).isPresent();
                if (!known.contains(name) && !constant) {
                    return new Flaw(
                            "undefined",
                            step.name(),
                            step.line(),
                            "'" + result + "' has no value: line " + step.line() + " uses " + Spelling.quoted(name)
                                    + ", which is not defined before it.");
                }
            }
            known.add(step.name());
        }
        throw new IllegalStateException("every name is defined, and '" + result + "' has no value");
    }

    private static String written(Tensor value) {
        return value.rank() == 0 ? Double.toString(value.item()) : StepEvidence.write(value);
    }
}
