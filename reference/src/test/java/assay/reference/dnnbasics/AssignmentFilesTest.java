package assay.reference.dnnbasics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of the sheet fit the reference; what needs the harness is verified by its own command. */
class AssignmentFilesTest {
    private final Path folder = Path.of(System.getProperty("assay.root", ".."), "assignments", DnnBasics.ID);

    @Test
    void every_mistake_is_made_by_a_sample() throws IOException {
        String expectations;
        try (Stream<Path> samples = Files.list(folder.resolve("private/samples"))) {
            expectations =
                    samples.map(sample -> read(sample.resolve("expect.yaml"))).collect(Collectors.joining("\n"));
        }
        List<String> unmade = DnnBasics.tasks().stream()
                .flatMap(task -> task.mistakes().stream().map(Mistake::id))
                .distinct()
                .filter(id -> !expectations.contains("diagnosis: " + id))
                .toList();
        assertEquals(List.of(), unmade);
    }

    @Test
    void every_sample_says_where_it_comes_from() throws IOException {
        try (Stream<Path> samples = Files.list(folder.resolve("private/samples"))) {
            samples.forEach(
                    sample -> assertTrue(read(sample.resolve("ORIGIN.md")).startsWith("# "), sample.toString()));
        }
    }

    @Test
    void every_task_is_described_stated_and_graded() {
        String described = read(folder.resolve("public/assignment.yaml"));
        String stated = read(folder.resolve("public/statement.md"));
        String graded = read(folder.resolve("private/grading.yaml"));
        for (ReferenceTask task : DnnBasics.tasks()) {
            assertTrue(described.contains("- id: " + task.id() + "\n"), task.id());
            assertTrue(stated.contains("`" + task.id() + "`"), task.id());
            assertTrue(graded.contains("\n  " + task.id() + ":\n"), task.id());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
