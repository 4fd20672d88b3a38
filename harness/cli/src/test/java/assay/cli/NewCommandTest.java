package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.testkit.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
    @TempDir
    private Path folder;

    @Test
    void the_example_verifies_and_its_schemas_are_found() throws IOException {
        Needs.tool("bwrap");
        Needs.python();
        Shell made = Shell.run("new", "assignment", "my-sheet", "--in", folder);
        assertEquals(0, made.code(), made.all());
        String first = Files.readString(folder.resolve("my-sheet/public/assignment.yaml"))
                .lines()
                .findFirst()
                .orElseThrow();
        Path schema = folder.resolve("my-sheet/public").resolve(first.substring(first.indexOf('=') + 1));
        assertTrue(Files.isRegularFile(schema.normalize()), first);
        Shell verified = Shell.run("verify", folder.resolve("my-sheet"));
        assertEquals(0, verified.code(), verified.all());
    }

    @Test
    void what_is_there_is_not_overwritten() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("mine"));
        Shell made = Shell.run("new", "assignment", "mine", "--in", folder);
        assertEquals(64, made.code());
        assertTrue(made.err().contains("exists already"), made.all());
        try (Stream<Path> entries = Files.list(mine)) {
            assertEquals(0, entries.count());
        }
    }

    @Test
    void an_odd_name_is_refused_before_anything_is_written() throws IOException {
        assertEquals(
                64,
                Shell.run("new", "assignment", "../My Sheet", "--in", folder).code());
        try (Stream<Path> entries = Files.list(folder)) {
            assertEquals(0, entries.count());
        }
    }

    @Test
    void the_list_of_template_files_is_complete() throws IOException {
        Path template = Shell.home().resolve("harness/cli/src/main/resources/assay/template");
        try (Stream<Path> files = Files.walk(template)) {
            List<String> found = files.filter(Files::isRegularFile)
                    .map(file -> template.relativize(file).toString())
                    .filter(name -> !name.equals("files.txt"))
                    .sorted()
                    .toList();
            assertEquals(Files.readAllLines(template.resolve("files.txt")), found);
        }
    }
}
