package assay.report;

import assay.parity.Format;
import assay.parity.Parity;
import assay.result.ResultRecord;
import assay.score.TaskScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Be one submission on several devices as its page needs it. All texts are bounded, all numbers are texts.
 *
 * @param sides the devices, the first one is the page's own
 * @param ran the titles of those on which something ran, in the order of the cells
 */
public record ParityView(List<SideView> sides, List<String> ran, List<TaskRows> tasks) {
    private static final double NOT_FINITE = 1e300;

    public ParityView {
        sides = List.copyOf(sides);
        ran = List.copyOf(ran);
        tasks = List.copyOf(tasks);
    }

    /** Be one device; {@code page} says where its own page lies, or "". */
    public record SideView(String title, String about, boolean ran, String page) {}

    /** Be the criteria of one task. */
    public record TaskRows(String title, List<RowView> rows) {
        public TaskRows {
            rows = List.copyOf(rows);
        }
    }

    /** Be one criterion: {@code place} and {@code expected} are of the entry that is worst on the first side. */
    public record RowView(String title, List<CellView> cells, String difference, String finding) {
        public RowView {
            cells = List.copyOf(cells);
        }
    }

    /** Be what one device gave: the worst entry with its bound, "" where no numbers are compared. */
    public record CellView(
            VerdictWord verdict,
            String place,
            String expected,
            String actual,
            String bound,
            String share,
            String format,
            String time) {}

    static ParityView of(Parity parity, ResultRecord record) {
        Map<String, List<RowView>> rows = new LinkedHashMap<>();
        for (Parity.Row row : parity.rows()) {
            rows.computeIfAbsent(row.task(), task -> new ArrayList<>()).add(row(row));
        }
        List<TaskRows> tasks = new ArrayList<>();
        rows.forEach((task, of) -> tasks.add(new TaskRows(title(task, record), of)));
        return new ParityView(
                parity.sides().stream().map(ParityView::side).toList(),
                parity.sides().stream()
                        .filter(side -> side.notRun().isEmpty())
                        .map(side -> EvidenceView.cell(side.title()))
                        .toList(),
                tasks);
    }

    private static String title(String task, ResultRecord record) {
        return record.score().tasks().stream()
                .filter(one -> one.task().equals(task))
                .findFirst()
                .map(TaskScore::title)
                .orElse(task);
    }

    private static SideView side(Parity.Side side) {
        boolean ran = side.notRun().isEmpty();
        return new SideView(
                EvidenceView.cell(side.title()),
                VisibleText.capped(ran ? side.about() : side.notRun(), EvidenceView.MOST_TEXT),
                ran,
                side.page());
    }

    private static RowView row(Parity.Row row) {
        return new RowView(
                EvidenceView.cell(row.title()),
                row.cells().stream().map(ParityView::cell).toList(),
                row.difference() < 0
                        ? ""
                        : row.difference() == 0
                                ? "to the last bit"
                                : row.difference() >= NOT_FINITE ? "not finite" : People.number(row.difference(), 2),
                VisibleText.capped(row.finding(), EvidenceView.MOST_TEXT));
    }

    private static CellView cell(Parity.Cell cell) {
        boolean numbers = cell.share() >= 0;
        return new CellView(
                VerdictWord.of(cell.verdict()),
                EvidenceView.cell(cell.place()),
                EvidenceView.cell(cell.expected()),
                EvidenceView.cell(cell.actual()),
                numbers ? number(cell.bound()) : "",
                numbers ? People.share(cell.share()) : "",
                cell.format() == Format.UNKNOWN ? "" : cell.format().title(),
                cell.millis() > 0 ? People.number(cell.millis(), 3) + " ms" : "");
    }

    private static String number(String text) {
        try {
            return People.number(Double.parseDouble(text), 2);
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
