package assay.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.TrainingSet;
import assay.assignment.Field;
import assay.assignment.Task;
import assay.assignment.ValueType;
import assay.assignment.Way;
import assay.submission.Submission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionsFileTest {
    private static final Task TASK = new Task(
            "digits/at-home",
            "1",
            "Home",
            List.of(Way.PREDICTIONS),
            List.of(),
            List.of(new Field("labels", ValueType.parse("list"), "")),
            List.of());

    @TempDir
    private Path folder;

    private Optional<Outcome> outcome(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        try (Stream<Path> files = Files.list(file.getParent())) {
            List<String> names = files.map(one -> "predictions/" + one.getFileName())
                    .sorted()
                    .toList();
            return new PredictionsFile(new Submission("anna", folder, names, "", List.of()), TASK).outcome();
        }
    }

    private Outcome csv(String text) throws IOException {
        return outcome("predictions/digits-at-home.csv", text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private static double[] labels(Outcome outcome) {
        return ((Outcome.Answered) outcome).answers().tensor("labels").toArray();
    }

    private static String refusal(Outcome outcome) {
        Outcome.Failed failed = (Outcome.Failed) outcome;
        assertEquals(Fault.UNREADABLE, failed.fault());
        return failed.where() + ": " + failed.message();
    }

    @Test
    void labels_stand_one_per_line_after_a_heading_or_none() throws IOException {
        assertArrayEquals(new double[] {3, 0, 9}, labels(csv("3\n0\n9\n")));
        assertArrayEquals(new double[] {3, 0, 9}, labels(csv("\uFEFFlabel\r\n\"3\"\r\n 0 \r\n9.0")));
    }

    @Test
    void what_is_no_label_is_told_with_its_line() throws IOException {
        assertTrue(refusal(csv("label\n3\ncat\n"))
                .startsWith("predictions/digits-at-home.csv:3: has 'cat' where a label"));
        assertTrue(refusal(csv("3\nNaN\n")).contains(".csv:2: has 'NaN' where a label must stand; is a score"));
        assertTrue(refusal(csv("nan\n")).contains(".csv:1: has 'nan'"));
        assertTrue(refusal(csv("0,3\n1,4\n")).contains(".csv:1: has more than one column: '0,3'"));
        assertTrue(refusal(csv("\n\n")).contains("is empty"));
    }

    @Test
    void an_array_of_one_dimension_is_read_and_scores_are_refused() throws IOException {
        TrainingSet set = TrainingSet.of(1, 1, 1, new byte[3], new byte[] {7, 0, 2});
        String name = "predictions/digits-at-home.npy";
        assertArrayEquals(
                new double[] {7, 0, 2}, labels(outcome(name, set.labelsFile()).orElseThrow()));
        assertTrue(refusal(outcome(name, set.imagesFile()).orElseThrow()).contains("scores.argmax(axis=1)"));
        assertTrue(refusal(outcome(name, "3\n".getBytes(StandardCharsets.UTF_8)).orElseThrow())
                .contains("cannot be read"));
    }

    @Test
    void two_files_for_one_task_are_refused() throws IOException {
        csv("3\n");
        Outcome both = outcome("predictions/digits-at-home.npy", new byte[0]).orElseThrow();
        assertTrue(refusal(both).contains("hand in one of them"));
    }

    @Test
    void no_file_is_no_answer() throws IOException {
        assertEquals(Optional.empty(), outcome("predictions/other.csv", new byte[0]));
    }
}
