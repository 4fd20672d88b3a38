package assay.report;

import assay.grade.Change;
import assay.grade.Regrade;
import assay.grade.Regraded;
import assay.result.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Write what judging a class again changes, for whom and why, as a page, as Markdown and as a table. */
public final class RegradeReport {
    private static final List<String> COLUMNS = List.of(
            "submission",
            "key",
            "total-before",
            "total-after",
            "stored",
            "task",
            "criterion",
            "title",
            "verdict-before",
            "verdict-after",
            "points-before",
            "points-after",
            "reasons",
            "message-before",
            "message-after");

    private RegradeReport() {}

    /** Write {@code diff.html}, {@code diff.md} and {@code diff.csv} into {@code folder}, which is made where it does not exist. */
    public static void write(Regrade regrade, Path folder) throws IOException {
        AtomicFile.write(folder.resolve("diff.html"), page(regrade));
        AtomicFile.write(folder.resolve("diff.md"), markdown(regrade));
        AtomicFile.write(folder.resolve("diff.csv"), table(regrade));
    }

    /** Be one criterion as the page shows it. */
    public record ChangeView(
            String task,
            String title,
            VerdictWord before,
            VerdictWord after,
            String pointsBefore,
            String pointsAfter,
            boolean lowers,
            List<String> reasons,
            String messageBefore,
            String messageAfter) {
        static ChangeView of(Change change) {
            return new ChangeView(
                    change.task(),
                    change.title(),
                    VerdictWord.of(change.before().verdict()),
                    VerdictWord.of(change.after().verdict()),
                    People.exact(change.before().points()),
                    People.exact(change.after().points()),
                    change.lowers(),
                    change.reasons(),
                    change.before().message(),
                    change.after().message());
        }
    }

    /** Be one submission as the page shows it. */
    public record RowView(
            String submission, String before, String after, String max, boolean heldBack, List<ChangeView> changes) {
        static RowView of(Regrade regrade, Regraded one) {
            return new RowView(
                    one.before().submission(),
                    People.exact(one.before().score().points()),
                    People.exact(one.after().score().points()),
                    People.exact(one.after().score().maxPoints()),
                    regrade.isHeldBack(one),
                    one.changes().stream().map(ChangeView::of).toList());
        }
    }

    /** Render the page; the same regrade gives the same page. */
    public static String page(Regrade regrade) {
        return Templates.render(
                "regrade.ftlh",
                Map.of(
                        "title", regrade.title(),
                        "assignment", regrade.assignment(),
                        "stored", regrade.stored(),
                        "ran", regrade.ran(),
                        "count", regrade.all().size(),
                        "held", regrade.heldBack().size(),
                        "differences", regrade.differences(),
                        "left",
                                regrade.left().stream()
                                        .map(one -> one.before().submission() + ": " + one.left())
                                        .toList(),
                        "rows",
                                regrade.changed().stream()
                                        .map(one -> RowView.of(regrade, one))
                                        .toList()));
    }

    /** Render Markdown (CommonMark with tables); whatever stands in the records is escaped. */
    public static String markdown(Regrade regrade) {
        StringBuilder text = new StringBuilder("# Judged again: " + plain(regrade.title()) + "\n\n");
        text.append(regrade.all().size())
                .append(" submissions, ")
                .append(regrade.changed().size())
                .append(" judged otherwise, ")
                .append(regrade.heldBack().size())
                .append(" held back because a student would lose by it.")
                .append(regrade.stored() ? "" : " A preview: nothing is stored.")
                .append("\n");
        if (!regrade.differences().isEmpty()) {
            text.append("\nSince the class was graded:\n\n");
            regrade.differences()
                    .forEach(one -> text.append("- ").append(plain(one)).append('\n'));
        }
        for (Regraded one : regrade.changed()) {
            text.append("\n## ").append(plain(one.before().submission())).append("\n\n");
            text.append(People.exact(one.before().score().points()))
                    .append(" -> ")
                    .append(People.exact(one.after().score().points()))
                    .append(" points")
                    .append(regrade.isHeldBack(one) ? ", **held back**" : "")
                    .append("\n\n| task | criterion | before | after | because |\n|---|---|---|---|---|\n");
            one.changes().forEach(change -> row(text, change));
        }
        regrade.left()
                .forEach(one -> text.append("\nLeft as it is: ")
                        .append(plain(one.before().submission() + ": " + one.left()))
                        .append('\n'));
        return text.toString();
    }

    private static void row(StringBuilder text, Change change) {
        text.append("| ").append(plain(change.task())).append(" | ").append(plain(change.title()));
        text.append(" | ").append(side(change.before())).append(" | ").append(side(change.after()));
        text.append(" | ").append(plain(String.join("; ", change.reasons()))).append(" |\n");
    }

    private static String side(Change.Side side) {
        return VerdictWord.of(side.verdict()).word() + ", " + People.exact(side.points());
    }

    /** Render the table: a row for each criterion that is judged otherwise. */
    public static String table(Regrade regrade) {
        StringBuilder table = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        for (Regraded one : regrade.changed()) {
            String stored = regrade.isHeldBack(one) ? "held back" : regrade.stored() ? "yes" : "preview";
            for (Change change : one.changes()) {
                List<String> row = List.of(
                        one.before().submission(),
                        one.before().key(),
                        People.exact(one.before().score().points()),
                        People.exact(one.after().score().points()),
                        stored,
                        change.task(),
                        change.criterion(),
                        change.title(),
                        VerdictWord.of(change.before().verdict()).style(),
                        VerdictWord.of(change.after().verdict()).style(),
                        People.exact(change.before().points()),
                        People.exact(change.after().points()),
                        String.join("; ", change.reasons()),
                        change.before().message(),
                        change.after().message());
                table.append(row.stream().map(ScoresCsv::text).collect(Collectors.joining(",")))
                        .append("\r\n");
            }
        }
        return table.toString();
    }

    private static String plain(String text) {
        return ErrataReport.plain(text);
    }
}
