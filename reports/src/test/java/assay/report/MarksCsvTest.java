package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.result.ResultRecord;
import assay.score.ProseScore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarksCsvTest {
    private static final String HEAD = "submission,item,points,of,comment,title\r\n";

    @TempDir
    Path folder;

    static List<ResultRecord> pending(String submission) {
        ProseScore proof = new ProseScore("proof", "1", "A proof", 4, false, 0, "", "Because.");
        ProseScore plot = new ProseScore("plot", "2", "A plot", 2, true, 1, "Axes?", "");
        return List.of(Records.record(submission, List.of(), List.of(), "", "").withProse(List.of(proof, plot)));
    }

    private List<ProseScore> apply(String text, String submission) throws Exception {
        Path file = Files.writeString(folder.resolve("marks.csv"), text);
        return MarksCsv.apply(file, pending(submission)).get(0).prose();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "=cmd|' /C calc'!A0", "a,\"b\"", "-1+1", " blank ", "'quoted"})
    void what_was_written_reads_back_as_it_was(String submission) throws Exception {
        List<ResultRecord> records = pending(submission);
        String table = MarksCsv.render(records);
        assertEquals(records.get(0).prose(), apply(table, submission));
    }

    @Test
    void points_and_a_comment_mark_an_item() throws Exception {
        ProseScore marked = apply(HEAD + "anna,proof,2.5,4,\"good, but\r\nshort\",\r\n", "anna")
                .get(0);
        assertEquals(2.5, marked.points());
        assertTrue(marked.marked());
        assertEquals("good, but\r\nshort", marked.comment());
    }

    @Test
    void an_empty_cell_makes_it_pending_again() throws Exception {
        ProseScore plot = apply(HEAD + "anna,plot,,2,Axes?,\r\n", "anna").get(1);
        assertFalse(plot.marked());
        assertEquals(0, plot.points());
    }

    @Test
    void semicolons_a_decimal_comma_and_a_byte_order_mark_are_understood() throws Exception {
        assertEquals(
                3.5,
                apply("\uFEFFsubmission;item;points\nanna;proof;3,5\n", "anna")
                        .get(0)
                        .points());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anna,proof,5,4,,|marks.csv:2: points for 'proof' must be 0 to 4, was 5",
                "anna,proof,-1,4,,|must be 0 to 4, was -1",
                "anna,proof,NaN,4,,|must be 0 to 4, was NaN",
                "anna,proof,good,4,,|must be a number or empty, was 'good'",
                "anna,prove,1,4,,|there is no item 'prove'; known: proof, plot",
                "bob,proof,1,4,,|there is no submission 'bob'",
                "anna,proof,,4,late,|has a comment and no points",
                "anna,proof,1|has 3 columns"
            })
    void a_mistake_is_told_with_its_line(String row, String says) {
        MarksCsv.BadMarks bad = assertThrows(MarksCsv.BadMarks.class, () -> apply(HEAD + row + "\r\n", "anna"));
        String message = String.valueOf(bad.getMessage());
        assertTrue(message.contains(says), message);
    }

    @Test
    void all_mistakes_are_told_at_once_and_many_are_counted() {
        MarksCsv.BadMarks two = assertThrows(
                MarksCsv.BadMarks.class,
                () -> apply(HEAD + "anna,proof,5,4,,\r\nanna,plot,1,2,,\r\nbob,proof,1,4,,\r\n", "anna"));
        List<String> lines = String.valueOf(two.getMessage()).lines().toList();
        assertEquals(2, lines.size(), two.getMessage());
        assertTrue(lines.get(0).contains("marks.csv:2: points for 'proof'"), two.getMessage());
        assertTrue(lines.get(1).contains("marks.csv:4: there is no submission 'bob'"), two.getMessage());
        MarksCsv.BadMarks many =
                assertThrows(MarksCsv.BadMarks.class, () -> apply(HEAD + "x,y,1,1,,\r\n".repeat(30), "anna"));
        assertTrue(String.valueOf(many.getMessage()).endsWith("and 10 more mistakes"), many.getMessage());
    }

    @Test
    void a_second_mark_for_the_same_item_is_refused() {
        MarksCsv.BadMarks bad = assertThrows(
                MarksCsv.BadMarks.class, () -> apply(HEAD + "anna,proof,1,4,,\r\nanna,proof,2,4,,\r\n", "anna"));
        assertTrue(String.valueOf(bad.getMessage()).contains("second time; first in line 2"), bad.getMessage());
    }

    @Test
    void a_missing_column_and_another_encoding_are_refused() throws Exception {
        assertThrows(MarksCsv.BadMarks.class, () -> apply("submission,points\nanna,1\n", "anna"));
        assertThrows(MarksCsv.BadMarks.class, () -> apply("submission,\"item\"s,points\nanna,proof,1\n", "anna"));
        Path latin = Files.write(
                folder.resolve("latin.csv"),
                (HEAD + "anna,proof,1,4,sch\u00f6n,").getBytes(StandardCharsets.ISO_8859_1));
        MarksCsv.BadMarks bad = assertThrows(MarksCsv.BadMarks.class, () -> MarksCsv.apply(latin, pending("anna")));
        assertTrue(String.valueOf(bad.getMessage()).contains("not UTF-8"), bad.getMessage());
    }
}
