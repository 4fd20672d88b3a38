package assay.report;

import assay.check.CheckResult;
import assay.check.Verdict;
import assay.result.ResultRecord;
import assay.score.ProseScore;
import assay.score.TaskScore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Write the points of a class as a table that spreadsheets and programs read (RFC 4180, UTF-8, CRLF).
 *
 * <p>One row for each submission, sorted by submission; the columns:
 *
 * <ul>
 *   <li>{@code submission}: the id as handed in; {@code key}: its folder name; {@code digest}: SHA-256 of what was handed
 *       in
 *   <li>{@code points}, {@code max}: earned and possible; {@code points} is empty when nothing could be judged through
 *       no fault of the student, since that is not zero
 *   <li>{@code open}: points of criteria that were not judged or are inconclusive; {@code hidden}: points of criteria
 *       that only the private grading judges
 *   <li>{@code status}: {@code graded}, {@code open} (some points are open) or {@code ungradable}
 *   <li>where a person marks something: {@code prose}, {@code prose-max}: points given and possible; {@code prose-pending}:
 *       items that nobody has marked yet
 *   <li>for each criterion {@code <task>/<criterion>:verdict}, in small letters with hyphens, and
 *       {@code <task>/<criterion>:points}; empty where the record does not have it
 * </ul>
 *
 * <p>A text that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class ScoresCsv {
    private static final List<String> FIXED =
            List.of("submission", "key", "digest", "points", "max", "open", "hidden", "status");
    private static final List<String> PROSE = List.of("prose", "prose-max", "prose-pending");
    private static final String FORMULA_STARTS = "=+-@|%＝＋－＠";

    private ScoresCsv() {}

    /** Render the records of a class. */
    public static String render(List<ResultRecord> records) {
        Set<String> criteria = new LinkedHashSet<>();
        List<Map<String, CheckResult>> checks = new ArrayList<>();
        List<ResultRecord> sorted = records.stream().sorted(order()).toList();
        for (ResultRecord record : sorted) {
            Map<String, CheckResult> byName = byName(record);
            checks.add(byName);
            criteria.addAll(byName.keySet());
        }
        StringBuilder table = new StringBuilder();
        boolean prose = sorted.stream().anyMatch(record -> !record.prose().isEmpty());
        List<String> header = new ArrayList<>(FIXED);
        header.addAll(prose ? PROSE : List.of());
        for (String criterion : criteria) {
            header.add(text(criterion + ":verdict"));
            header.add(text(criterion + ":points"));
        }
        line(table, header);
        for (int i = 0; i < sorted.size(); i++) {
            line(table, row(sorted.get(i), prose, checks.get(i), criteria));
        }
        return table.toString();
    }

    /** Return the order in which submissions are listed everywhere: by id, then by key. */
    static Comparator<ResultRecord> order() {
        return Comparator.comparing(ResultRecord::submission).thenComparing(ResultRecord::key);
    }

    /** Say whether nothing was judged, through no fault of the student. */
    static boolean isUnjudged(ResultRecord record) {
        List<CheckResult> checks = record.score().tasks().stream()
                .flatMap(task -> task.checks().stream())
                .toList();
        return checks.stream().anyMatch(check -> check.verdict() == Verdict.NOT_JUDGED)
                && checks.stream()
                        .allMatch(check -> check.verdict() == Verdict.NOT_JUDGED || check.verdict() == Verdict.HIDDEN);
    }

    private static Map<String, CheckResult> byName(ResultRecord record) {
        Map<String, CheckResult> byName = new LinkedHashMap<>();
        for (TaskScore task : record.score().tasks()) {
            for (CheckResult check : task.checks()) {
                byName.put(task.task() + "/" + check.criterion(), check);
            }
        }
        return byName;
    }

    private static List<String> row(
            ResultRecord record, boolean prose, Map<String, CheckResult> checks, Set<String> criteria) {
        List<String> row = new ArrayList<>();
        row.add(text(record.submission()));
        row.add(text(record.key()));
        row.add(text(record.provenance().facts().getOrDefault("submission.digest", "")));
        row.add(isUnjudged(record) ? "" : number(record.score().points()));
        row.add(number(record.score().maxPoints()));
        row.add(number(record.score().openPoints()));
        row.add(number(record.score().hiddenPoints()));
        row.add(status(record));
        if (prose) {
            row.add(number(
                    record.prose().stream().mapToDouble(ProseScore::points).sum()));
            row.add(number(
                    record.prose().stream().mapToDouble(ProseScore::maxPoints).sum()));
            row.add(Long.toString(
                    record.prose().stream().filter(one -> !one.marked()).count()));
        }
        for (String criterion : criteria) {
            CheckResult check = checks.get(criterion);
            row.add(check == null ? "" : VerdictWord.of(check.verdict()).style());
            row.add(check == null || check.verdict() == Verdict.NOT_JUDGED ? "" : number(check.points()));
        }
        return row;
    }

    private static String status(ResultRecord record) {
        if (!record.ungradable().isEmpty()) {
            return "ungradable";
        }
        return record.score().openPoints() > 0 || isUnjudged(record) ? "open" : "graded";
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? value == 0
                        ? "0"
                        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : "";
    }

    /** Return a cell that no spreadsheet takes for a formula, quoted where RFC 4180 says so. */
    static String text(String text) {
        String shown = VisibleText.capped(VisibleText.of(text), EvidenceView.MOST_CELL);
        String start = shown.stripLeading();
        boolean formula = !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
        boolean guarded = formula || shown.startsWith("\t") || shown.startsWith("\n");
        String cell = guarded ? "'" + shown : shown;
        boolean quoted = cell.contains(",") || cell.contains("\"") || cell.contains("\n") || !cell.equals(cell.strip());
        return quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static void line(StringBuilder table, List<String> cells) {
        table.append(String.join(",", cells)).append("\r\n");
    }
}
