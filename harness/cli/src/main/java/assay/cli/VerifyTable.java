package assay.cli;

import assay.verify.DrawCount;
import assay.verify.TaskCount;
import assay.verify.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lay out what verifying an assignment gave: a table per task, the totals beside their goals. */
final class VerifyTable {
    private static final List<String> HEAD =
            List.of("task", "right", "rejected", "wrong", "killed", "mistakes", "named", "draws", "weakest mistake");

    private VerifyTable() {}

    /** Return the lines. */
    static List<String> lines(Verified verified) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        verified.counts().forEach(count -> rows.add(row(count, verified.draws())));
        TaskCount total = verified.total();
        rows.add(row(total, List.of()));
        List<String> lines = new ArrayList<>(aligned(rows));
        lines.add("  goals: " + goal("killed", total.killed(), total.wrong(), "100 %") + ", "
                + (total.rejected() == 0 ? "" : "MISSED: ") + total.rejected() + " falsely rejected (goal 0), "
                + goal("of the known mistakes named", total.diagnosed(), total.mistakes(), "90 %"));
        return lines;
    }

    private static String goal(String what, int count, int of, String goal) {
        double wanted = goal.startsWith("100") ? 1 : 0.9;
        return (count >= wanted * of ? "" : "MISSED: ") + percent(count, of) + " " + what + " (goal " + goal + ")";
    }

    private static List<String> row(TaskCount count, List<DrawCount> draws) {
        DrawCount drawn = draws.stream()
                .filter(one -> one.task().equals(count.task()))
                .findFirst()
                .orElse(new DrawCount("", 0, 0, 0, "", 0));
        return List.of(
                count.task(),
                "" + count.right(),
                "" + count.rejected(),
                "" + count.wrong(),
                "" + count.killed(),
                "" + count.mistakes(),
                count.mistakes() == 0 ? "-" : percent(count.diagnosed(), count.mistakes()),
                drawn.draws() == 0 ? "-" : "" + drawn.draws(),
                drawn.weakest().isEmpty()
                        ? "-"
                        : drawn.weakest() + ", caught at " + percent(drawn.caught(), drawn.draws()));
    }

    /** Round down, so that 100 % means all. */
    private static String percent(int count, int of) {
        return of == 0 ? "100 %" : String.format(Locale.ROOT, "%s %%", digits(Math.floor(1000.0 * count / of) / 10));
    }

    private static String digits(double share) {
        return share == Math.rint(share) ? Integer.toString((int) share) : Double.toString(share);
    }

    /** Pad the columns: texts to the left, numbers to the right. */
    static List<String> aligned(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < columns; i++) {
                String pad = " ".repeat(widths[i] - row.get(i).length());
                boolean left = i == 0 || rows.get(0).get(i).contains(" mistake");
                line.append(left ? row.get(i) + pad : pad + row.get(i)).append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
