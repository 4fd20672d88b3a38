package assay.grade;

import assay.check.CheckResult;
import assay.check.Verdict;
import assay.result.ResultRecord;
import assay.score.TaskScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Find what differs between two records of one submission, and why. */
public final class Changes {
    private static final Map<String, String> CAUSES = Map.of(
            "submission.digest", "what was handed in",
            "reference.digest", "the reference",
            "harness.digest", "Assay's own code",
            "assay.version", "Assay's version",
            "jdk", "the JDK of the submission",
            "python", "Python",
            "python.packages", "the Python packages",
            "isolation", "the isolation");

    private final ResultRecord before;
    private final ResultRecord after;
    private final Optional<Rules> old;
    private final Rules now;

    private Changes(ResultRecord before, ResultRecord after, Optional<Rules> old, Rules now) {
        this.before = before;
        this.after = after;
        this.old = old;
        this.now = now;
    }

    /** Compare, criterion by criterion; {@code old} are the rules by which {@code before} was judged, where they are known. */
    public static List<Change> between(ResultRecord before, ResultRecord after, Optional<Rules> old, Rules now) {
        return new Changes(before, after, old, now).all();
    }

    private List<Change> all() {
        Map<String, CheckResult> first = byName(before);
        Map<String, CheckResult> second = byName(after);
        Set<String> names = new LinkedHashSet<>(second.keySet());
        names.addAll(first.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            Change.Side one = side(first, name);
            Change.Side two = side(second, name);
            boolean same = one.verdict() == two.verdict()
                    && Double.compare(one.points(), two.points()) == 0
                    && first.containsKey(name) == second.containsKey(name);
            if (!same) {
                int hash = name.indexOf('#');
                CheckResult shown = Objects.requireNonNull(second.getOrDefault(name, first.get(name)));
                String task = name.substring(0, hash);
                changes.add(new Change(
                        task, shown.criterion(), shown.title(), one, two, reasons(task, shown.criterion(), one, two)));
            }
        }
        return changes;
    }

    private static Change.Side side(Map<String, CheckResult> results, String name) {
        return Optional.ofNullable(results.get(name)).map(Change.Side::of).orElseGet(Change.Side::nothing);
    }

    private static Map<String, CheckResult> byName(ResultRecord record) {
        Map<String, CheckResult> byName = new LinkedHashMap<>();
        for (TaskScore task : record.score().tasks()) {
            task.checks().forEach(check -> byName.put(task.task() + "#" + check.criterion(), check));
        }
        return byName;
    }

    private List<String> reasons(String task, String criterion, Change.Side one, Change.Side two) {
        List<String> reasons = new ArrayList<>(rules(task, criterion));
        for (String fact : List.of("submission.digest", "reference.digest", "harness.digest")) {
            if (!fact(before, fact).equals(fact(after, fact))) {
                reasons.add(CAUSES.get(fact) + " has changed");
            }
        }
        for (String fact : List.of("assay.version", "jdk", "python", "python.packages", "isolation")) {
            if (!fact(before, fact).equals(fact(after, fact))) {
                reasons.add(CAUSES.get(fact) + ": " + fact(before, fact) + " -> " + fact(after, fact));
            }
        }
        if (one.verdict() == Verdict.SKIPPED || two.verdict() == Verdict.SKIPPED) {
            reasons.add(0, "follows from another criterion, which it needs");
        }
        if (reasons.isEmpty()) {
            reasons.add(
                    "no cause is known: rules, reference and code are the same; does the submission answer the same twice?");
        }
        return reasons;
    }

    private List<String> rules(String task, String criterion) {
        if (old.isEmpty()) {
            String digest = "assignment.digest";
            return fact(before, digest).equals(fact(after, digest))
                    ? List.of()
                    : List.of("the assignment's files have changed (what they were is not kept here)");
        }
        return RuleChanges.between(old.get(), now, task, criterion);
    }

    private static String fact(ResultRecord record, String name) {
        return record.provenance().facts().getOrDefault(name, "");
    }
}
