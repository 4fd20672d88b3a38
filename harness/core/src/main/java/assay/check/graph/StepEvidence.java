package assay.check.graph;

import assay.api.Inputs;
import assay.api.Tensor;
import assay.check.Evidence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Show a list of operations: as a graph, and line by line with the values in one case. */
final class StepEvidence {
    private static final MathContext SHOWN_DIGITS = new MathContext(6);
    private static final int LONGEST_SHOWN = 80;
    private static final int MOST_ENTRIES = 6;

    private StepEvidence() {}

    static List<Evidence> of(StepList list, List<Flaw> flaws, Inputs inputs, String label, Set<String> leaves) {
        Map<String, String> signs = new HashMap<>();
        list.steps().forEach(step -> signs.put(step.name(), sign(step)));
        Evidence graph = Layers.draw("The graph of the list", Ancestry.of(list.steps()), signs, flaws, Set.of());
        return List.of(graph, table(list, flaws, inputs, label, leaves));
    }

    private static String sign(Step step) {
        int operations = Trees.operations(step.operation()).size();
        return operations == 1
                ? Trees.sign(step.operation())
                : cut(step.operation().toString());
    }

    private static Evidence table(StepList list, List<Flaw> flaws, Inputs inputs, String label, Set<String> leaves) {
        StepValues values = StepValues.of(list.steps(), inputs, leaves);
        Map<Integer, List<String>> rows = new TreeMap<>();
        for (Flaw flaw : list.unreadable()) {
            rows.put(flaw.line(), List.of(String.valueOf(flaw.line()), "", "", flaw.sentence()));
        }
        for (int i = 0; i < list.steps().size(); i++) {
            Step step = list.steps().get(i);
            String value = values.at(i).map(StepEvidence::write).orElse("");
            rows.put(
                    step.line(), List.of(String.valueOf(step.line()), cut(step.toString()), value, notes(flaws, step)));
        }
        return new Evidence.Table(
                "Line by line",
                List.of("line", "assignment", "value in case '" + label + "'", "note"),
                new ArrayList<>(rows.values()));
    }

    private static String notes(List<Flaw> flaws, Step step) {
        return flaws.stream()
                .filter(flaw -> flaw.line() == step.line())
                .map(Flaw::sentence)
                .collect(Collectors.joining(" "));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    /** Write a number, or the first entries of a vector, with six digits. */
    static String write(Tensor value) {
        String entries = IntStream.range(0, Math.min(MOST_ENTRIES, value.size()))
                .mapToObj(i -> write(value.at(i)))
                .collect(Collectors.joining(", "));
        return value.rank() == 0 ? entries : "[" + entries + (value.size() > MOST_ENTRIES ? ", ...]" : "]");
    }

    /** Write six digits, with an exponent only where there would be many zeros. */
    static String write(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(SHOWN_DIGITS).stripTrailingZeros();
        boolean plain = value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e7);
        return plain ? rounded.toPlainString() : rounded.toString();
    }
}
