package assay.score;

import assay.assignment.Assignment;
import assay.assignment.Task;
import assay.check.CheckResult;
import assay.check.Verdict;
import assay.run.Exchange;
import assay.run.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Add up points. Pure arithmetic over check results; what was not judged is open, never zero. */
public final class Scorer {
    private static final Set<Verdict> OPEN = EnumSet.of(Verdict.NOT_JUDGED, Verdict.INCONCLUSIVE);

    private Scorer() {}

    /** Score {@code results}, by task id in the order of the assignment. */
    public static Score score(Assignment assignment, Map<String, List<CheckResult>> results, List<Exchange> exchanges) {
        List<TaskScore> tasks = new ArrayList<>();
        for (Task task : assignment.tasks()) {
            List<CheckResult> checks = Objects.requireNonNull(results.get(task.id()), task.id());
            tasks.add(new TaskScore(
                    task.id(),
                    task.sheet(),
                    task.title(),
                    sources(assignment, task, exchanges),
                    checks.stream().mapToDouble(CheckResult::points).sum(),
                    task.points(),
                    checks));
        }
        return new Score(
                tasks.stream().mapToDouble(TaskScore::points).sum(),
                assignment.points(),
                maxOf(tasks, OPEN),
                maxOf(tasks, EnumSet.of(Verdict.HIDDEN)),
                tasks);
    }

    private static double maxOf(List<TaskScore> tasks, Set<Verdict> verdicts) {
        return tasks.stream()
                .flatMap(task -> task.checks().stream())
                .filter(check -> verdicts.contains(check.verdict()))
                .mapToDouble(check -> check.maxPoints() - check.points())
                .sum();
    }

    private static String sources(Assignment assignment, Task task, List<Exchange> exchanges) {
        String named = exchanges.stream()
                .filter(exchange -> exchange.request().task().equals(task.id()))
                .map(Exchange::source)
                .filter(source -> source != Source.NOWHERE)
                .distinct()
                .map(Scorer::name)
                .collect(Collectors.joining(", "));
        boolean asked = exchanges.stream()
                .anyMatch(exchange -> exchange.request().task().equals(task.id()));
        return !asked
                ? (assignment.complete() ? "not asked" : "judged at grading")
                : named.isEmpty() ? "nothing handed in" : named;
    }

    private static String name(Source source) {
        return switch (source) {
            case ANSWERS_FILE -> "answers.yaml";
            case FORMULA -> "formulas in answers.yaml";
            case JAVA -> "Java";
            case PYTHON -> "Python";
            case PREDICTIONS_FILE -> "a file of predictions";
            case NOWHERE -> "";
        };
    }
}
