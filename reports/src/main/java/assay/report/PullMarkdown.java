package assay.report;

import assay.pull.PullRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Write a graded pull request as Markdown, for the summary of a job and for a comment: a table, and for each submission what has
 * not passed.
 *
 * <p>Texts that a student can influence stand in a fence that is longer than any run of its sign inside, names are escaped, and a
 * mention is broken so that it calls nobody. Whole entries are left out, with their number, before the text grows too long.
 */
public final class PullMarkdown {
    /** Most characters; a comment on GitHub holds 65,536, and the summary of a step 1 MiB. */
    public static final int MOST = 60_000;

    private static final int MOST_MESSAGE = 1500;
    private static final int MOST_PATHS = 20;
    private static final int MOST_ROWS = 100;
    /** Breaks a word where nobody sees it. */
    private static final String JOINER = "\u200d";

    private PullMarkdown() {}

    /** Render {@code record}. */
    public static String render(PullRecord record) {
        StringBuilder text = new StringBuilder("## Assay");
        text.append(record.assignmentTitle().isEmpty() ? "" : ": " + inline(record.assignmentTitle(), 200))
                .append("\n\n")
                .append("Commit `")
                .append(record.head(), 0, 12)
                .append("`, graded with the definitions of the base `")
                .append(record.base(), 0, 12)
                .append("`.\n\n");
        record.notes().stream()
                .limit(MOST_PATHS)
                .forEach(note -> text.append("> ").append(inline(note, 500)).append("\n>\n"));
        paths(text, "Changed, but not used, because it decides how is graded", record.guarded());
        paths(text, "Belongs to no submission, and was not looked at", record.strays());
        paths(text, "Removed submissions", record.removed());
        if (!record.submissions().isEmpty()) {
            table(text, record.submissions());
        }
        int left = 0;
        for (PullRecord.Graded one : record.submissions()) {
            left += details(text, one);
        }
        if (left > 0) {
            text.append("\n")
                    .append(left)
                    .append(" more entries were left out here; `pull.json` and the pages have all.\n");
        }
        return text.toString();
    }

    /** Return {@code text} on one line as plain text that Markdown does not interpret and that mentions nobody. */
    static String inline(String text, int most) {
        return broken(ComparisonMarkdown.escape(VisibleText.capped(text, most)));
    }

    /** Return {@code text} in a fence that nothing inside can close. */
    static String fenced(String text, int most) {
        String shown = VisibleText.capped(VisibleText.of(text.replace("\r\n", "\n")), most)
                .strip();
        int longest = 2;
        int run = 0;
        for (int i = 0; i < shown.length(); i++) {
            run = shown.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return fence + "text\n" + broken(shown) + "\n" + fence + "\n";
    }

    /** Break mentions of people ("@name") and the addresses of pictures and pages, so that nothing is called or loaded. */
    private static String broken(String text) {
        return text.replace("@", "@" + JOINER)
                .replace("://", ":" + JOINER + "//")
                .replace("www.", "www" + JOINER + ".");
    }

    private static void paths(StringBuilder text, String title, List<String> paths) {
        if (paths.isEmpty()) {
            return;
        }
        text.append("**").append(title).append(":**\n\n");
        String lines = paths.stream()
                .limit(MOST_PATHS)
                .map(path -> VisibleText.of(path).replace('\n', ' '))
                .collect(Collectors.joining("\n"));
        int more = paths.size() - MOST_PATHS;
        text.append(fenced(more > 0 ? lines + "\n... and " + more + " more" : lines, 4000))
                .append('\n');
    }

    private static void table(StringBuilder text, List<PullRecord.Graded> submissions) {
        text.append("| Submission | Points | Criteria |\n| --- | --- | --- |\n");
        for (PullRecord.Graded one : submissions.subList(0, Math.min(MOST_ROWS, submissions.size()))) {
            text.append("| ")
                    .append(inline(one.submission(), 100))
                    .append(" | ")
                    .append(one.points()
                            .map(points -> People.points(points) + " of " + People.points(one.maxPoints()))
                            .orElse("no score"))
                    .append(" | ")
                    .append(counts(one.verdicts()))
                    .append(" |\n");
        }
        int more = submissions.size() - MOST_ROWS;
        text.append(more > 0 ? "\n... and " + more + " more.\n" : "");
    }

    private static String counts(Map<String, Integer> verdicts) {
        return verdicts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String word(String verdict) {
        return VerdictWord.valueOf(verdict.toUpperCase(java.util.Locale.ROOT).replace('-', '_'))
                .word();
    }

    /** Append what has not passed; return how many entries had no room. */
    private static int details(StringBuilder text, PullRecord.Graded one) {
        if (one.open().isEmpty() && one.notes().isEmpty()) {
            return 0;
        }
        int left = 0;
        left += append(text, "\n### " + inline(one.submission(), 100) + "\n\n");
        left += one.points().isEmpty() ? append(text, WorkflowCommands.points(one) + "\n\n") : 0;
        if (!one.ungradable().isEmpty()) {
            return left + append(text, "Cannot be graded:\n\n" + fenced(one.ungradable(), MOST_MESSAGE));
        }
        for (PullRecord.Open open : one.open()) {
            left += append(text, entry(open));
        }
        for (String note : one.notes()) {
            left += append(text, "- Note:\n\n" + fenced(note, MOST_MESSAGE));
        }
        return left;
    }

    private static String entry(PullRecord.Open open) {
        String head = "**" + inline(open.task() + "/" + open.criterion(), 200) + "** " + word(open.verdict()) + " ("
                + People.points(open.points()) + " of " + People.points(open.maxPoints()) + "): "
                + inline(open.title(), 200) + "\n\n";
        boolean news = !open.likely().isEmpty() && !open.message().contains(open.likely());
        String message = news ? open.message() + "\nLikely cause: " + open.likely() : open.message();
        return message.isEmpty() ? head : head + fenced(message, MOST_MESSAGE) + "\n";
    }

    private static int append(StringBuilder text, String entry) {
        if (text.length() + entry.length() > MOST - 200) {
            return 1;
        }
        text.append(entry);
        return 0;
    }
}
