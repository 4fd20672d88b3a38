package assay.cli;

import assay.grade.Change;
import assay.grade.Regrade;
import assay.grade.Regraded;
import java.util.ArrayList;
import java.util.List;

/** Put what a regrade brings into lines for the terminal: who, from how many points to how many, which criterion, why. */
final class RegradeTable {
    private static final int MOST_SUBMISSIONS = 50;

    private RegradeTable() {}

    static List<String> lines(Regrade regrade) {
        List<String> lines = new ArrayList<>();
        if (regrade.differences().isEmpty()) {
            lines.add("Assignment, reference and code are the ones that the class was graded with.");
        } else {
            lines.add("Since the class was graded:");
            regrade.differences().forEach(one -> lines.add("  " + one));
        }
        List<Regraded> changed = regrade.changed();
        for (Regraded one : changed.subList(0, Math.min(MOST_SUBMISSIONS, changed.size()))) {
            lines.add("");
            lines.add(head(regrade, one));
            one.changes().forEach(change -> lines.addAll(lines(change)));
        }
        if (changed.size() > MOST_SUBMISSIONS) {
            lines.add("and " + (changed.size() - MOST_SUBMISSIONS) + " more submissions; the files have all.");
        }
        if (!changed.isEmpty()) {
            lines.add("");
        }
        regrade.left()
                .forEach(one ->
                        lines.add(Console.name(one.before().submission()) + " is left as it is: " + one.left() + "."));
        lines.add(sum(regrade));
        return lines;
    }

    private static String head(Regrade regrade, Regraded one) {
        String before = Summary.number(one.before().score().points());
        String after = Summary.number(one.after().score().points());
        return Console.name(one.before().submission()) + ": "
                + (before.equals(after) ? before : before + " -> " + after) + " of "
                + Summary.number(one.after().score().maxPoints()) + " points"
                + (regrade.isHeldBack(one) ? "   HELD BACK: the student would lose by it" : "");
    }

    /** Return the lines about one criterion. */
    static List<String> lines(Change change) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + (change.lowers() ? "- " : "+ ") + change.task() + ", " + change.title() + ": "
                + side(change.before()) + " -> " + side(change.after()));
        change.reasons().forEach(reason -> lines.add("      because: " + reason));
        return lines;
    }

    private static String side(Change.Side side) {
        return Summary.word(side.verdict()) + ", " + Summary.number(side.points());
    }

    private static String sum(Regrade regrade) {
        int held = regrade.heldBack().size();
        String kept = regrade.stored() ? " are held back" : " would be held back";
        return regrade.all().size() + " submissions " + (regrade.ran() ? "run and judged" : "judged") + " again: "
                + regrade.changed().size() + " judged otherwise"
                + (held == 0
                        ? "."
                        : ", of which " + held + kept + " because a student would lose by it"
                                + " (--allow-lower stores them).");
    }
}
