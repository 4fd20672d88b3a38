package assay.check.graph;

import assay.check.Diagnosis;
import assay.check.Evidence;
import assay.check.Judgement;
import java.util.List;

/**
 * Be one thing that is wrong in a list or graph.
 *
 * @param id for machines and tests, for example {@code "two-operations"}
 * @param node the variable that is wrong; "" when none in particular is
 * @param line 1-based line of the list, 0 when none in particular is wrong
 * @param sentence for the student: where, what, and what to write instead
 */
record Flaw(String id, String node, int line, String sentence) {
    /** Make the judgement that names the first of {@code flaws} and how many more there are. */
    static Judgement judgement(String cause, List<Flaw> flaws, List<Evidence> evidence) {
        Flaw first = flaws.get(0);
        int more = flaws.size() - 1;
        String others = more == 0 ? "" : more == 1 ? " (And one more flaw.)" : " (And " + more + " more flaws.)";
        return Judgement.wrong(cause, first.sentence() + others, new Diagnosis(first.id(), first.sentence()), evidence);
    }
}
