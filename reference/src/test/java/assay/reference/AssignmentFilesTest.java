package assay.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of every sheet fit the reference; what needs the harness is verified by its own command. */
class AssignmentFilesTest {
    static Set<String> sheets() {
        return new Catalogue().sheets();
    }

    private static Path folder(String sheet) {
        return Path.of(System.getProperty("assay.root", ".."), "assignments", sheet);
    }

    private static List<ReferenceTask> tasks(String sheet) {
        return new Catalogue().tasks(sheet);
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void every_mistake_is_made_by_a_sample(String sheet) throws IOException {
        String expectations;
        try (Stream<Path> samples = Files.list(folder(sheet).resolve("private/samples"))) {
            expectations =
                    samples.map(sample -> read(sample.resolve("expect.yaml"))).collect(Collectors.joining("\n"));
        }
        List<String> unmade = tasks(sheet).stream()
                .flatMap(task -> task.mistakes().stream().map(Mistake::id))
                .distinct()
                .filter(id -> !expectations.contains("diagnosis: " + id))
                .toList();
        assertEquals(List.of(), unmade);
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void every_sample_says_where_it_comes_from(String sheet) throws IOException {
        try (Stream<Path> samples = Files.list(folder(sheet).resolve("private/samples"))) {
            samples.forEach(
                    sample -> assertTrue(read(sample.resolve("ORIGIN.md")).startsWith("# "), sample.toString()));
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void every_task_is_described_stated_and_graded(String sheet) {
        String described = read(folder(sheet).resolve("public/assignment.yaml"));
        String stated = read(folder(sheet).resolve("public/statement.md"));
        String graded = read(folder(sheet).resolve("private/grading.yaml"));
        for (ReferenceTask task : tasks(sheet)) {
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
