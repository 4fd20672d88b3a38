package assay.report;

import assay.result.ResultRecord;
import assay.score.ProseScore;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Write and read the marks that a person gives: one row for each submission and item, the columns
 * {@code submission, item, points, of, comment, title}. An empty {@code points} means pending. Semicolons in place of
 * commas, as some spreadsheets write them, are understood.
 */
public final class MarksCsv {
    private static final List<String> COLUMNS = List.of("submission", "item", "points", "of", "comment", "title");
    private static final List<String> NEEDED = COLUMNS.subList(0, 3);

    private MarksCsv() {}

    private static final int MOST_TOLD = 20;

    /** Say what is wrong with a marks file: a line for each mistake, with the file's name and line. */
    public static final class BadMarks extends Exception {
        private static final long serialVersionUID = 1L;

        BadMarks(Path file, long line, String problem) {
            super(file + (line > 0 ? ":" + line : "") + ": " + problem);
        }

        BadMarks(List<BadMarks> all) {
            super(all.stream().limit(MOST_TOLD).map(Throwable::getMessage).collect(Collectors.joining("\n"))
                    + (all.size() > MOST_TOLD ? "\nand " + (all.size() - MOST_TOLD) + " more mistakes" : ""));
        }
    }

    /** Render the marks of a class as they are now, by submission and item. */
    public static String render(List<ResultRecord> records) {
        StringBuilder table = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        for (ResultRecord record : records.stream().sorted(ScoresCsv.order()).toList()) {
            for (ProseScore one : record.prose()) {
                List<String> row = List.of(
                        ScoresCsv.text(record.submission()),
                        one.item(),
                        one.marked() ? People.exact(one.points()) : "",
                        People.exact(one.maxPoints()),
                        ScoresCsv.text(one.comment()),
                        ScoresCsv.text(one.title()));
                table.append(String.join(",", row)).append("\r\n");
            }
        }
        return table.toString();
    }

    /**
     * Read the marks in {@code file} into {@code records}; nothing is written. Items without a row stay as they are.
     *
     * @throws BadMarks if anything in the file is not as it must be, with all that is not; then no record is changed
     */
    public static List<ResultRecord> apply(Path file, List<ResultRecord> records) throws BadMarks, IOException {
        Map<String, Map<String, ProseScore>> marks = new LinkedHashMap<>();
        for (ResultRecord record : records) {
            Map<String, ProseScore> byItem = new LinkedHashMap<>();
            record.prose().forEach(one -> byItem.put(one.item(), one));
            marks.put(ScoresCsv.text(record.submission()), byItem);
        }
        String text = text(file);
        List<BadMarks> bad = new ArrayList<>();
        try (CSVParser rows = format(text).parse(new StringReader(text))) {
            requireColumns(file, rows.getHeaderNames());
            Map<String, Long> seen = new LinkedHashMap<>();
            for (CSVRecord row : rows) {
                try {
                    put(file, rows.getCurrentLineNumber(), row, marks, seen);
                } catch (BadMarks e) {
                    bad.add(e);
                }
            }
        } catch (IllegalArgumentException | IOException | java.io.UncheckedIOException e) {
            bad.add(new BadMarks(file, 0, "is no table of comma-separated values: " + e.getMessage()));
        }
        if (!bad.isEmpty()) {
            throw new BadMarks(bad);
        }
        return records.stream()
                .map(record ->
                        record.withProse(List.copyOf(marks.getOrDefault(ScoresCsv.text(record.submission()), Map.of())
                                .values())))
                .toList();
    }

    private static void requireColumns(Path file, List<String> names) throws BadMarks {
        for (String column : NEEDED) {
            if (!names.contains(column)) {
                throw new BadMarks(
                        file,
                        1,
                        "the column '" + column + "' is missing; the first line must name "
                                + String.join(", ", COLUMNS));
            }
        }
    }

    private static void put(
            Path file, long line, CSVRecord row, Map<String, Map<String, ProseScore>> marks, Map<String, Long> seen)
            throws BadMarks {
        ProseScore marked = mark(file, line, row, marks);
        String which = row.get("submission") + ", " + row.get("item");
        Long before = seen.putIfAbsent(which, line);
        if (before != null) {
            throw new BadMarks(file, line, "'" + which + "' stands here a second time; first in line " + before);
        }
        marksOf(row, marks).orElseThrow().put(marked.item(), marked);
    }

    private static ProseScore mark(Path file, long line, CSVRecord row, Map<String, Map<String, ProseScore>> marks)
            throws BadMarks {
        if (!row.isConsistent()) {
            throw new BadMarks(file, line, "has " + row.size() + " columns, the first line has another number");
        }
        Map<String, ProseScore> items = marksOf(row, marks)
                .orElseThrow(() -> new BadMarks(
                        file, line, "there is no submission '" + row.get("submission") + "' among these results"));
        ProseScore item = items.get(row.get("item"));
        if (item == null) {
            throw new BadMarks(
                    file,
                    line,
                    "there is no item '" + row.get("item") + "'; known: " + String.join(", ", items.keySet()));
        }
        String points = row.get("points").strip();
        String comment = row.isMapped("comment") ? unguarded(row.get("comment").strip()) : item.comment();
        if (points.isEmpty()) {
            if (!comment.isEmpty() && !comment.equals(item.comment())) {
                throw new BadMarks(file, line, "has a comment and no points; a pending item keeps no comment");
            }
            return item.pending();
        }
        return item.marked(points(file, line, points, item), comment);
    }

    private static double points(Path file, long line, String written, ProseScore item) throws BadMarks {
        double points;
        try {
            points = Double.parseDouble(written.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new BadMarks(file, line, "points must be a number or empty, was '" + written + "'");
        }
        if (!(points >= 0 && points <= item.maxPoints())) {
            throw new BadMarks(
                    file,
                    line,
                    "points for '" + item.item() + "' must be 0 to " + People.exact(item.maxPoints()) + ", was "
                            + written);
        }
        return points;
    }

    private static Optional<Map<String, ProseScore>> marksOf(
            CSVRecord row, Map<String, Map<String, ProseScore>> marks) {
        return Optional.ofNullable(marks.get(cell(row.get("submission"))));
    }

    /** Write a name as the table does, where a spreadsheet has taken the quotes away. */
    private static String cell(String name) {
        return name.startsWith("'") ? ScoresCsv.text(unguarded(name)) : ScoresCsv.text(name);
    }

    private static String unguarded(String text) {
        return text.startsWith("'") && !ScoresCsv.text(text.substring(1)).equals(text.substring(1))
                ? text.substring(1)
                : text;
    }

    private static CSVFormat format(String text) {
        String head = text.lines().findFirst().orElse("");
        char separator = head.contains(";") && !head.contains(",") ? ';' : ',';
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
    }

    private static String text(Path file) throws BadMarks, IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            List<String> parts = new ArrayList<>();
            char[] buffer = new char[1 << 16];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                parts.add(new String(buffer, 0, n));
            }
            String text = String.join("", parts);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadMarks(file, 0, "is not UTF-8 text; save it as CSV, UTF-8");
        }
    }
}
