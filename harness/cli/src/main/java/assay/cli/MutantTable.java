package assay.cli;

import assay.verify.MutantCount;
import java.util.ArrayList;
import java.util.List;

/** Lay out what became of the mutants of an assignment's references. */
final class MutantTable {
    private static final List<String> HEAD =
            List.of("task", "mutants", "killed", "change nothing", "survive", "unexplained");

    private MutantTable() {}

    /** Return the lines: a table per task, then every survivor with its reason. */
    static List<String> lines(List<MutantCount> counts) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (MutantCount one : counts) {
            rows.add(List.of(
                    one.task(),
                    "" + one.mutants(),
                    "" + one.killed(),
                    "" + one.equivalent(),
                    "" + one.survivors().size(),
                    "" + one.unexplained()));
        }
        List<String> lines = new ArrayList<>(VerifyTable.aligned(rows));
        for (MutantCount one : counts) {
            one.survivors()
                    .forEach(survivor -> lines.add("  survives: " + one.task() + ", " + survivor.name() + " ("
                            + String.join(", ", survivor.criteria()) + "): "
                            + (survivor.reason().isEmpty()
                                    ? "NOT EXPLAINED, these criteria do not bite"
                                    : survivor.reason())));
        }
        return lines;
    }
}
