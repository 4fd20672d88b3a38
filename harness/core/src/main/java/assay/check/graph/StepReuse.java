package assay.check.graph;

import assay.formula.Expression;
import assay.formula.Expression.Binary;
import assay.formula.Expression.Call;
import assay.formula.Expression.Index;
import assay.formula.Expression.Literal;
import assay.formula.Expression.Name;
import assay.formula.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Find operations that are done twice, by value numbering: two operations are the same when their signs are and their
 * operands have the same numbers, in any order where the operation allows it. {@code r*r} is the same as {@code r^2}.
 */
final class StepReuse {
    /** The name that an operation was first given, by its key; equal operations share it. */
    private final Map<String, String> firstName = new HashMap<>();

    private final Map<String, Integer> firstLine = new HashMap<>();
    /** For every variable the one that stands for its value. */
    private final Map<String, String> standsFor = new HashMap<>();

    private final List<Flaw> flaws = new ArrayList<>();

    private StepReuse() {}

    /** Return what is done twice, and whether there are more than {@code most} operations. */
    static List<Flaw> flaws(List<Step> steps, int most) {
        StepReuse reuse = new StepReuse();
        steps.forEach(reuse::step);
        int operations = steps.stream()
                .mapToInt(step -> Trees.operations(step.operation()).size())
                .sum();
        if (operations > most) {
            reuse.flaws.add(new Flaw(
                    "too-many-operations",
                    "",
                    0,
                    "The list has " + operations + " operations, " + most
                            + " are enough: which value is computed more than once?"));
        }
        return reuse.flaws;
    }

    private void step(Step step) {
        String value = number(step, step.operation(), true);
        standsFor.put(step.name(), value);
    }

    /** Return the name that stands for the value of {@code part}. */
    private String number(Step step, Expression part, boolean whole) {
        if (part instanceof Name name) {
            return standsFor.getOrDefault(name.name(), name.name());
        } else if (part instanceof Literal || part instanceof Index || Trees.isAtom(part)) {
            return part.toString();
        }
        String key = key(step, part);
        String known = firstName.get(key);
        if (known == null) {
            String name = whole ? step.name() : part.toString();
            firstName.put(key, name);
            firstLine.put(key, step.line());
            return name;
        }
        flaws.add(new Flaw(
                "repeated-operation",
                step.name(),
                step.line(),
                "Line " + step.line() + ": '" + part + "' is already there as '" + known + "' (line "
                        + firstLine.get(key) + "): use it again instead."));
        return known;
    }

    private String key(Step step, Expression part) {
        if (part instanceof Binary binary) {
            String left = number(step, binary.left(), false);
            String right = number(step, binary.right(), false);
            if (binary.operator() == Operator.MULTIPLY && left.equals(right)) {
                return "^ " + left + " 2";
            }
            boolean swapped = binary.operator().commutative() && left.compareTo(right) > 0;
            return binary.operator().symbol() + " " + (swapped ? right + " " + left : left + " " + right);
        }
        String sign = part instanceof Call call ? call.function().word() : Trees.sign(part);
        return sign + " " + number(step, part.operands().get(0), false);
    }
}
