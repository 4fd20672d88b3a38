package assay.grade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Say how the rules of an assignment have changed, criterion by criterion. */
final class RuleChanges {
    private static final Set<String> BOUNDS = Set.of("relative", "absolute", "round-offs", "precision", "because");
    private static final int LONGEST = 120;

    private RuleChanges() {}

    /** Return what has changed in any criterion, "task/criterion: what". */
    static List<String> between(Rules old, Rules now) {
        Set<String> names = new LinkedHashSet<>();
        now.rules().forEach(rule -> names.add(rule.task() + "#" + rule.criterion()));
        old.rules().forEach(rule -> names.add(rule.task() + "#" + rule.criterion()));
        List<String> changes = new ArrayList<>();
        for (String name : names) {
            int hash = name.indexOf('#');
            String task = name.substring(0, hash);
            String criterion = name.substring(hash + 1);
            between(old, now, task, criterion).forEach(one -> changes.add(task + "/" + criterion + ": " + one));
        }
        return changes;
    }

    /** Return what has changed in the rule for one criterion. */
    static List<String> between(Rules old, Rules now, String task, String criterion) {
        Optional<Rules.Rule> one = old.of(task, criterion);
        Optional<Rules.Rule> two = now.of(task, criterion);
        if (one.isEmpty() || two.isEmpty()) {
            return List.of(two.isEmpty() ? "the assignment no longer has it" : "the assignment has it since");
        }
        List<String> changes = new ArrayList<>();
        if (one.get().points() != two.get().points()) {
            changes.add("points: " + number(one.get().points()) + " -> "
                    + number(two.get().points()));
        }
        if (!one.get().kind().equals(two.get().kind())) {
            changes.add(
                    "check: " + word(one.get().kind()) + " -> " + word(two.get().kind()));
        }
        Set<String> keys = new LinkedHashSet<>(one.get().keys().keySet());
        keys.addAll(two.get().keys().keySet());
        for (String key : keys) {
            String was = word(one.get().keys().getOrDefault(key, ""));
            String is = word(two.get().keys().getOrDefault(key, ""));
            if (!was.equals(is)) {
                changes.add((BOUNDS.contains(key) ? "tolerance: " : "check: ") + key + " " + was + " -> " + is);
            }
        }
        if (!one.get().questions().equals(two.get().questions())) {
            changes.add("the written cases or the number of draws of the task have changed");
        }
        return changes;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String word(String text) {
        return text.isEmpty() ? "(none)" : text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
