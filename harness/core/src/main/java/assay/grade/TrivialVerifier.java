package assay.grade;

import assay.api.Answers;
import assay.api.Fields;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Truth;
import assay.api.Value;
import assay.assignment.Assignment;
import assay.assignment.Task;
import assay.check.CheckResult;
import assay.check.CheckStage;
import assay.check.Verdict;
import assay.run.Exchange;
import assay.run.Outcome;
import assay.run.References;
import assay.run.Request;
import assay.run.RunPlanner;
import assay.run.Seeds;
import assay.run.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Answer every task that has a reference with the reference itself, which must pass, and with answers that need no
 * thought, of which none may pass: zeros, ones, NaN, a constant, infinity, the answer to the previous request, a copy of an input.
 */
public final class TrivialVerifier {
    private static final Map<String, BiFunction<Tensor, Trial, Tensor>> TRIVIAL = trivial();

    private final Assignment assignment;
    private final References references;
    private final CheckStage checks;

    /** Verify the checks of {@code assignment}. */
    public TrivialVerifier(Assignment assignment, References references) {
        this.assignment = assignment;
        this.references = references;
        this.checks = new CheckStage(assignment, references);
    }

    /** Be what a made-up answer may be made of: the request, and the right answer to the one before. */
    private record Trial(Request request, Tensor previous) {}

    private static Map<String, BiFunction<Tensor, Trial, Tensor>> trivial() {
        Map<String, BiFunction<Tensor, Trial, Tensor>> made = new LinkedHashMap<>();
        made.put("zeros", (right, trial) -> right.map(x -> 0));
        made.put("ones", (right, trial) -> right.map(x -> 1));
        made.put("NaN", (right, trial) -> right.map(x -> Double.NaN));
        made.put("constant", (right, trial) -> right.map(x -> 0.5));
        made.put("infinity", (right, trial) -> right.map(x -> Double.POSITIVE_INFINITY));
        made.put("previous answer", (right, trial) -> trial.previous());
        made.put("copy of an input", (right, trial) -> copyOfInput(right, trial.request()));
        return made;
    }

    private static Tensor copyOfInput(Tensor right, Request request) {
        for (Value input : request.inputs().fields().byName().values()) {
            if (input instanceof Tensor tensor && tensor.shape().equals(right.shape())) {
                return tensor;
            }
        }
        return right.map(x -> -7.25);
    }

    /** Verify all tasks on the draws of one seed. */
    public List<Finding> verify(String student) {
        Seeds seeds = Seeds.derive("verify", student, assignment.id(), assignment.version());
        List<Request> requests =
                new RunPlanner(assignment, references).plan(student, seeds).requests();
        List<Finding> findings = new ArrayList<>();
        findings.addAll(judge("reference", exchanges(requests, (right, previous, request) -> right), true));
        TRIVIAL.forEach((name, made) -> findings.addAll(judge(name, exchanges(requests, making(made)), false)));
        return findings;
    }

    /** Make the answers to a request from the right ones and those to the request before. */
    @FunctionalInterface
    private interface Making {
        Answers answers(Answers right, Answers previous, Request request);
    }

    private static Making making(BiFunction<Tensor, Trial, Tensor> made) {
        return (right, previous, request) -> replace(right, previous, request, made);
    }

    private List<Exchange> exchanges(List<Request> requests, Making making) {
        List<Exchange> exchanges = new ArrayList<>();
        Map<String, Answers> previous = new LinkedHashMap<>();
        for (Request request : requests) {
            if (!request.inputs().fields().byName().isEmpty()) {
                references.of(request.task()).ifPresent(reference -> {
                    Answers right = reference.solve(request.inputs());
                    Answers answers =
                            making.answers(right, previous.getOrDefault(request.task(), Answers.none()), request);
                    previous.put(request.task(), right);
                    exchanges.add(new Exchange(request, Source.JAVA, new Outcome.Answered(answers, 0)));
                });
            }
        }
        return exchanges;
    }

    private static Answers replace(
            Answers right, Answers previous, Request request, BiFunction<Tensor, Trial, Tensor> made) {
        Map<String, Value> answers = new LinkedHashMap<>();
        right.fields().byName().forEach((name, value) -> {
            Tensor tensor = numbers(value);
            Tensor before = previous.get(name).map(TrivialVerifier::numbers).orElse(tensor.map(x -> 0));
            answers.put(name, sameKind(value, made.apply(tensor, new Trial(request, before))));
        });
        return Answers.of(answers);
    }

    /** Return what the made-up numbers are made from: a truth value counts as 1 or 0, what is no number as nothing. */
    private static Tensor numbers(Value value) {
        if (value instanceof Tensor tensor) {
            return tensor;
        }
        return value instanceof Truth truth ? Tensor.scalar(truth.holds() ? 1 : 0) : Tensor.vector();
    }

    /** Turn made-up numbers into an answer of the right kind: 1 is true, and a list, a record or a text is empty. */
    private static Value sameKind(Value right, Tensor made) {
        if (right instanceof Truth) {
            return new Truth(made.item() == 1);
        } else if (right instanceof Fields) {
            return Fields.none();
        }
        return right instanceof Text ? new Text("") : made;
    }

    private List<Finding> judge(String name, List<Exchange> exchanges, boolean mustPass) {
        Map<String, List<CheckResult>> results = checks.judge(exchanges);
        List<String> answered =
                exchanges.stream().map(one -> one.request().task()).distinct().toList();
        List<Finding> findings = new ArrayList<>();
        for (Task task : assignment.tasks()) {
            if (answered.contains(task.id())) {
                for (CheckResult check : results.getOrDefault(task.id(), List.of())) {
                    findings.add(finding(name, task, check, mustPass));
                }
            }
        }
        return findings;
    }

    private Finding finding(String name, Task task, CheckResult check, boolean mustPass) {
        boolean passed = check.verdict() == Verdict.PASSED;
        String complaint = passed == mustPass
                ? ""
                : mustPass
                        ? "the reference must pass, was " + check.verdict()
                        : "must not pass: the check does not bite";
        return new Finding(
                name,
                task.id() + " " + check.criterion(),
                complaint.isEmpty(),
                check.verdict(),
                check.message(),
                complaint);
    }
}
