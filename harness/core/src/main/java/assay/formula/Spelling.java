package assay.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Find the name that somebody meant, and show what somebody wrote without harm. */
public final class Spelling {
    private static final int LONGEST_COMPARED = 40;
    private static final int LONGEST_RUN_TOGETHER = 12;
    private static final int LONGEST_QUOTED = 30;

    private Spelling() {}

    /**
     * Find the known name closest to {@code written}: the same but for upper and lower case, else at most one edit away
     * (two for names of six letters or more). Names of one letter are close to nothing.
     */
    public static Optional<String> nearest(String written, Collection<String> known) {
        int allowed = written.length() >= 6 ? 2 : 1;
        String best = "";
        int fewest = allowed + 1;
        for (String name : known) {
            if (name.equalsIgnoreCase(written)) {
                return Optional.of(name);
            }
            boolean comparable = written.length() > 1 && name.length() > 1 && written.length() <= LONGEST_COMPARED;
            int edits = comparable
                    ? edits(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))
                    : Integer.MAX_VALUE;
            if (edits < fewest) {
                fewest = edits;
                best = name;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Return {@code b*x} for {@code bx} when both are known names; nothing when {@code written} is no such product. */
    public static Optional<String> product(String written, Collection<String> known) {
        if (written.length() > LONGEST_RUN_TOGETHER) {
            return Optional.empty();
        }
        List<Optional<String>> upTo = new ArrayList<>(List.of(Optional.of("")));
        for (int end = 1; end <= written.length(); end++) {
            Optional<String> best = Optional.empty();
            for (int start = 0; start < end && best.isEmpty(); start++) {
                String part = written.substring(start, end);
                if (known.contains(part)) {
                    best = upTo.get(start).map(before -> before.isEmpty() ? part : before + "*" + part);
                }
            }
            upTo.add(best);
        }
        return upTo.get(written.length());
    }

    /** Return {@code text} with everything that does not print (controls, direction marks) replaced by a dot. */
    public static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(one -> {
            int type = Character.getType(one);
            boolean hidden = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.UNASSIGNED
                    || type == Character.PRIVATE_USE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            shown.appendCodePoint(one == '\t' ? ' ' : hidden ? '.' : one);
        });
        return shown.toString();
    }

    /** Return {@code text} in quotes, visible, and cut after 30 characters. */
    public static String quoted(String text) {
        boolean cut = text.length() > LONGEST_QUOTED;
        return "'" + visible(cut ? text.substring(0, LONGEST_QUOTED) : text) + (cut ? "..." : "") + "'";
    }

    /** Count insertions, deletions, replacements and exchanges of neighbours between two short texts. */
    private static int edits(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean exchanged =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return exchanged ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
