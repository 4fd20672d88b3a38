package assay.verify;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.Value;
import assay.api.reference.ReferenceTask;
import assay.assignment.Assignment;
import assay.assignment.Criterion;
import assay.assignment.Task;
import assay.check.BoundCheck;
import assay.check.CheckStage;
import assay.check.Judgement;
import assay.check.Verdict;
import assay.run.Exchange;
import assay.run.Outcome;
import assay.run.Request;
import assay.run.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Judge made-up answers to one task, and know which of them are right without asking the checks. Not thread-safe. */
final class TaskBench {
    private final Task task;
    private final ReferenceTask reference;
    private final CheckStage stage;
    private final List<Request> requests;
    private final List<Answers> right;
    private final Map<String, Set<String>> reads;

    /** Set up for {@code requests} of {@code task}, with what {@code stage} knows as its reference. */
    TaskBench(Assignment assignment, Task task, ReferenceTask reference, CheckStage stage, List<Request> requests) {
        this.task = task;
        this.reference = reference;
        this.stage = stage;
        this.requests = List.copyOf(requests);
        this.right = right(assignment);
        this.reads = reads();
    }

    private TaskBench(TaskBench like, ReferenceTask reference, CheckStage stage, List<Request> requests) {
        this.task = like.task;
        this.reference = reference;
        this.stage = stage;
        this.requests = List.copyOf(requests);
        this.right = requests.stream()
                .map(request -> reference.solve(request.inputs()))
                .toList();
        this.reads = like.reads;
    }

    /** Return a bench for the same task with other cases, none of them written down. */
    TaskBench with(ReferenceTask other, CheckStage checks, List<Request> cases) {
        return new TaskBench(this, other, checks, cases);
    }

    private List<Answers> right(Assignment assignment) {
        Map<String, Answers> written = new LinkedHashMap<>();
        assignment
                .gradingOf(task.id())
                .ifPresent(grading -> grading.cases().forEach(one -> written.put(one.name(), one.expected())));
        return requests.stream()
                .map(request -> overlay(
                        reference.solve(request.inputs()),
                        request.edge() ? written.getOrDefault(request.label(), Answers.none()) : Answers.none()))
                .toList();
    }

    Task task() {
        return task;
    }

    ReferenceTask reference() {
        return reference;
    }

    List<Request> requests() {
        return requests;
    }

    Inputs inputs(int at) {
        return requests.get(at).inputs();
    }

    /** Return the right answers, one per case. */
    List<Answers> right() {
        return right;
    }

    /** Return the checks that judge answers; made-up ones take no time. */
    Map<String, BoundCheck> checks() {
        Map<String, BoundCheck> checks = new LinkedHashMap<>(stage.checks(task.id()));
        checks.values().removeIf(BoundCheck::dependsOnTime);
        return checks;
    }

    /**
     * Return the answers that a criterion looks at: those without which right answers do not pass. None when it passes
     * whatever is missing.
     */
    Set<String> reads(String criterion) {
        return reads.getOrDefault(criterion, Set.of());
    }

    /** Judge each criterion by itself. */
    Map<String, Judgement> judge(List<Answers> answers) {
        List<Exchange> exchanges = exchanges(answers);
        Map<String, Judgement> judgements = new LinkedHashMap<>();
        judged().forEach(criterion -> judgements.put(criterion.id(), stage.alone(task, criterion, exchanges)));
        return judgements;
    }

    /** Return whether some criterion finds the answers wrong; those that look at none of {@code names} are not asked. */
    boolean isCaught(List<Answers> answers, Set<String> names) {
        List<Exchange> exchanges = exchanges(answers);
        return judged().filter(criterion -> reads(criterion.id()).stream().anyMatch(names::contains))
                .anyMatch(criterion -> stage.alone(task, criterion, exchanges).verdict() == Verdict.WRONG);
    }

    private Stream<Criterion> judged() {
        return task.criteria().stream().filter(criterion -> checks().containsKey(criterion.id()));
    }

    private List<Exchange> exchanges(List<Answers> answers) {
        return IntStream.range(0, requests.size())
                .mapToObj(i -> new Exchange(requests.get(i), Source.JAVA, new Outcome.Answered(answers.get(i), 0)))
                .toList();
    }

    private Map<String, Set<String>> reads() {
        Set<String> names = new LinkedHashSet<>();
        right.forEach(answers -> names.addAll(answers.fields().byName().keySet()));
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (String name : names) {
            List<Answers> fewer =
                    right.stream().map(answers -> without(answers, name)).toList();
            refusing(fewer)
                    .forEach(criterion -> found.computeIfAbsent(criterion, key -> new LinkedHashSet<>())
                            .add(name));
        }
        List<Answers> nothing = right.stream().map(answers -> Answers.none()).toList();
        refusing(nothing).forEach(criterion -> found.putIfAbsent(criterion, names));
        return found;
    }

    private List<String> refusing(List<Answers> answers) {
        return judge(answers).entrySet().stream()
                .filter(entry -> entry.getValue().verdict() != Verdict.PASSED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Answers without(Answers answers, String name) {
        Map<String, Value> fewer = new LinkedHashMap<>(answers.fields().byName());
        fewer.remove(name);
        return Answers.of(fewer);
    }

    /** Return the cases, by position, in which {@code answers} are not right as far as {@code criterion} looks at them. */
    List<Integer> departures(String criterion, List<Answers> answers) {
        BoundCheck check = checks().get(criterion);
        if (check == null) {
            return List.of();
        }
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            boolean looked =
                    check.on().chooses(requests.get(i).label(), requests.get(i).edge());
            if (looked && !isRight(criterion, check, i, answers.get(i))) {
                found.add(i);
            }
        }
        return found;
    }

    private boolean isRight(String criterion, BoundCheck check, int at, Answers given) {
        Closeness closeness = new Closeness(reference, check.tolerance());
        return closeness.agree(reads(criterion), inputs(at), right.get(at), given);
    }

    /** Take the answers of {@code above}, and those of {@code below} that it does not have. */
    static Answers overlay(Answers below, Answers above) {
        Map<String, Value> both = new LinkedHashMap<>(below.fields().byName());
        both.putAll(above.fields().byName());
        return Answers.of(both);
    }

    /** Return the scale of one answer as it is given: the reference's where it has the same shape, else |value|. */
    Tensor scale(int at, String name, Tensor value) {
        return reference.scale(inputs(at)).get(name).orElse(value) instanceof Tensor scale
                        && scale.shape().equals(value.shape())
                ? scale
                : value.map(Math::abs);
    }
}
