package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RubricCommandTest {
    @TempDir
    private Path folder;

    private Path out = Path.of("out");

    @BeforeEach
    void grade() throws IOException {
        Path anna = Files.createDirectories(folder.resolve("class/anna"));
        Files.writeString(anna.resolve("prose.md"), "## convexity-prof\nz^T H z <b>is</b> a mean of squares.\n");
        out = folder.resolve("out");
        Shell shell = Shell.run("grade", "dnn-basics", folder.resolve("class"), "--out", out);
        assertEquals(1, shell.code(), shell.all());
    }

    @Test
    void marks_go_out_and_come_back() throws IOException {
        Shell export = Shell.run("rubric", "export", out);
        assertEquals(0, export.code(), export.all());
        assertTrue(Files.readString(out.resolve("marking.html")).contains("&lt;b&gt;is&lt;/b&gt; a mean of squares."));
        Path marks = out.resolve("marks.csv");
        Files.writeString(
                marks, Files.readString(marks).replace("anna,convexity-proof,,5,,", "anna,convexity-proof,4,5,Why?,"));
        Shell imported = Shell.run("rubric", "import", out);
        assertEquals(0, imported.code(), imported.all());
        assertTrue(imported.out().contains("1 of 4 items are marked, 3 pending."), imported.all());
        assertMarked();
        assertEquals(1, Shell.run("recheck", out).code());
        assertMarked();
    }

    private void assertMarked() throws IOException {
        assertTrue(Files.readString(out.resolve("scores.csv")).contains(",graded,4,16,3,"), out.toString());
        Path page = out.resolve("submissions")
                .resolve(assay.result.SubmissionKey.of("anna"))
                .resolve("index.html");
        assertTrue(Files.readString(page).contains("Why?"));
        assertTrue(Files.readString(page).contains("is taken for"));
    }

    @Test
    void marks_that_are_there_are_not_overwritten() throws IOException {
        Files.writeString(out.resolve("marks.csv"), "mine");
        Shell export = Shell.run("rubric", "export", out);
        assertEquals(64, export.code());
        assertEquals("mine", Files.readString(out.resolve("marks.csv")));
    }

    @Test
    void a_wrong_mark_changes_nothing() throws IOException {
        String before = Files.readString(out.resolve("scores.csv"));
        Files.writeString(
                out.resolve("marks.csv"), "submission,item,points\nanna,gradient-proof,3\nanna,convexity-proof,6\n");
        Shell imported = Shell.run("rubric", "import", out);
        assertEquals(64, imported.code());
        assertTrue(imported.err().contains("marks.csv:3: points for 'convexity-proof' must be 0 to 5"), imported.all());
        assertEquals(before, Files.readString(out.resolve("scores.csv")));
    }
}
