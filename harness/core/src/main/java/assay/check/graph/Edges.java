package assay.check.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hold the operands of every variable as answered, and what cannot be read. */
record Edges(Map<String, List<String>> operands, List<Flaw> unreadable) {
    /** Turn every edge round: what was computed from a variable becomes its operand. */
    Edges reversed() {
        Map<String, List<String>> turned = new LinkedHashMap<>();
        operands.forEach((to, froms) -> froms.forEach(
                from -> turned.computeIfAbsent(from, name -> new ArrayList<>()).add(to)));
        return new Edges(turned, unreadable);
    }
}
