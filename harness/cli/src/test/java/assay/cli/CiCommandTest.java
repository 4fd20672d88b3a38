package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.pull.PullFile;
import assay.pull.PullRecord;
import assay.testkit.Needs;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pull requests of all kinds, graded in this process; {@link PullScriptTest} sends them through the script of the workflows. */
class CiCommandTest {
    @TempDir
    private static Path shared;

    private static Optional<PullRepository> made = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void make() throws IOException {
        Needs.tool("git");
        Needs.tool("bwrap");
        Needs.python();
        made = Optional.of(new PullRepository(shared));
    }

    private static PullRepository repository() {
        return made.orElseThrow();
    }

    private Shell grade(String head, Object... more) {
        Object[] all = Stream.concat(
                        Stream.of("ci", "--repository", repository().folder(), "--head", head, "-o", out()),
                        Stream.of(more))
                .toArray();
        return Shell.run(all);
    }

    private Path out() {
        return folder.resolve("out");
    }

    private PullRecord record() throws IOException {
        return PullFile.read(out().resolve(PullFile.NAME));
    }

    private static Optional<Double> points(PullRecord record) {
        return record.submissions().get(0).points();
    }

    @Test
    void an_honest_one_gets_its_points_and_all_files() throws IOException {
        Shell shell = grade("honest");
        assertEquals(0, shell.code(), shell.all());
        assertEquals(Optional.of(10.0), points(record()));
        assertEquals("base", record().definition());
        assertEquals(List.of(), record().guarded());
        assertTrue(Files.readString(out().resolve("results.json")).contains("\"score\" : 10.0"));
        assertTrue(Files.readString(out().resolve("summary.md")).contains("| ben | 10 of 10 | 3 passed |"));
        assertFalse(Files.exists(repository().trap()), "git ran what the repository configures");
        assertEquals(1, record().submissions().size(), "anna was not changed");
    }

    @Test
    void a_wider_tolerance_is_reported_and_not_used() throws IOException {
        Shell shell = grade("tolerance");
        assertEquals(2, shell.code(), shell.all());
        assertEquals(List.of("assignments/mini/private/grading.yaml"), record().guarded());
        assertEquals(Optional.of(0.0), points(record()));
        assertTrue(Files.readString(out().resolve("annotations.txt"))
                .contains(
                        "::warning file=assignments/mini/private/grading.yaml,line=1,title=Assay%3A protected path::"));
    }

    @Test
    void another_workflow_makes_even_a_right_solution_one_to_look_at() throws IOException {
        Shell shell = grade("workflow");
        assertEquals(2, shell.code(), shell.all());
        assertEquals(List.of(".github/workflows/grade.yml"), record().guarded());
        assertEquals(Optional.of(10.0), points(record()));
        assertFalse(Files.exists(repository().trap()), "git ran what the pull request configures");
    }

    @Test
    void samples_and_settings_come_from_the_base() throws IOException {
        Shell shell = grade("samples");
        assertEquals(2, shell.code(), shell.all());
        assertEquals(
                List.of("assay-ci.yaml", "assignments/mini/private/samples/trivial-zeros/expect.yaml"),
                record().guarded());
        assertEquals("eve", record().submissions().get(0).submission());
        assertEquals(Optional.of(0.0), points(record()));
    }

    @Test
    void nothing_that_is_printed_reaches_the_runner_or_the_points() throws IOException {
        Shell shell = grade("prints", "--github");
        assertEquals(1, shell.code(), shell.all());
        assertEquals(Optional.of(0.0), points(record()));
        assertFollowsSchema(Files.readString(out().resolve(PullFile.NAME)));
        List<String> lines = shell.out().lines().toList();
        assertTrue(lines.get(0).matches("::stop-commands::[0-9a-f]{48}"), lines.get(0));
        String token = lines.get(0).substring(lines.get(0).lastIndexOf(':') + 1);
        int open = lines.indexOf("::" + token + "::");
        assertTrue(open > 0 && lines.subList(0, open).stream().skip(1).allMatch(line -> line.startsWith("assay: ")));
        List<String> commands = lines.subList(open + 1, lines.size());
        assertFalse(commands.isEmpty());
        for (String command : commands) {
            assertTrue(command.matches("::(error|warning|notice) [a-z]+=[^:]*::.*"), command);
        }
        assertFalse(lines.subList(0, open).toString().contains("title=x"), "not even the name is in the log");
        String summary = Files.readString(out().resolve("summary.md"));
        assertFalse(summary.contains("@everyone") || summary.contains("](https://"), summary);
        assertTrue(summary.contains("`````text"), summary);
    }

    @Test
    void there_is_no_summary_to_write_to() throws IOException {
        Shell shell = grade("summary");
        assertEquals(1, shell.code(), shell.all());
        assertEquals(Optional.of(0.0), points(record()));
        Path own = out().resolve("submissions")
                .resolve(record().submissions().get(0).key());
        String seen = Files.readString(own.resolve("output.txt"));
        assertTrue(seen.contains("SEEN [") && !seen.contains("GITHUB"), seen);
        for (String name : List.of("results.json", "junit.xml", "result.json")) {
            assertFalse(Files.readString(own.resolve(name)).contains("FORGED"), name);
        }
    }

    @Test
    void leaving_early_is_no_pass() throws IOException {
        Shell shell = grade("exits");
        assertTrue(shell.code() == 1 || shell.code() == 2, shell.all());
        assertEquals(Optional.of(0.0), points(record()));
    }

    @Test
    void our_own_fault_leaves_no_score() throws IOException {
        Workspace broken = new Workspace(Shell.home(), folder.resolve("no-jars"));
        Shell shell = Shell.run(
                broken, "ci", "--repository", repository().folder(), "--base", "main", "--head", "honest", "-o", out());
        assertEquals(3, shell.code(), shell.all());
        try (Stream<Path> files = Files.exists(out()) ? Files.walk(out()) : Stream.empty()) {
            assertTrue(files.noneMatch(file -> file.endsWith("results.json")));
        }
        if (Files.exists(out().resolve(PullFile.NAME))) {
            assertEquals(Optional.empty(), points(record()));
        }
    }

    @Test
    void the_comment_is_written_only_from_a_record_that_fits() throws IOException {
        grade("workflow");
        Path file = out().resolve(PullFile.NAME);
        Object[] command = {
            "ci",
            "--repository",
            repository().folder(),
            "--base",
            "main",
            "--head",
            "workflow",
            "-o",
            folder.resolve("comment"),
            "--comment-on",
            file
        };
        Shell shell = Shell.run(command);
        assertEquals(0, shell.code(), shell.all());
        assertTrue(Files.readString(folder.resolve("comment/comment.md")).startsWith("> **Not to be believed"));
        Files.delete(folder.resolve("comment/comment.md"));
        String text = Files.readString(file);
        for (String forged : List.of(
                text.replace("\".github/workflows/grade.yml\"", ""),
                text.replaceFirst("\"head\" : \"....", "\"head\" : \"0000"),
                text.replace("\"points\" : 10.0", "\"points\" : 11.0"),
                text.replace("\"schema\"", "\"scheme\""))) {
            assertFalse(forged.equals(text));
            Files.writeString(file, forged);
            assertEquals(64, Shell.run(command).code(), forged);
            assertFalse(Files.exists(folder.resolve("comment/comment.md")));
        }
    }

    @Test
    void a_repository_can_be_one_submission() throws IOException {
        PullRepository repository = repository();
        repository.git("switch", "-q", "main");
        repository.git("switch", "-q", "-c", "own-base");
        repository.write("assay-ci.yaml", "schema: assay/ci/1\nsubmissions: .\nassignment: mini\n");
        repository.commit("one submission");
        repository.git("switch", "-q", "-c", "own");
        repository.write("solution.py", PullRepository.WRONG);
        repository.write("answers.yaml", "assignment: mini\nanswers:\n  mse/convex: {convex: true}\n");
        repository.commit("hand in");
        repository.git("switch", "-q", "main");
        Shell shell = grade("own", "--base", "own-base", "--student", "zoe");
        assertEquals(1, shell.code(), shell.all());
        assertEquals("zoe", record().submissions().get(0).submission());
        assertEquals(Optional.of(2.0), points(record()));
        assertTrue(Files.readString(out().resolve("annotations.txt")).contains("::notice title=Assay%3A zoe::2 of 10"));
    }

    /** Return all that is written about submissions, but what was asked and answered. */
    private String told() throws IOException {
        StringBuilder told = new StringBuilder();
        try (Stream<Path> files = Files.walk(out())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!Set.of("plan.json", "answers.json")
                        .contains(file.getFileName().toString())) {
                    told.append(Files.readString(file));
                }
            }
        }
        return told.toString();
    }

    @Test
    void right_values_are_told_only_where_the_base_says_so() throws IOException {
        assertEquals(1, grade("wrong", "--base", "main").code());
        String kept = told();
        assertTrue(kept.contains("is not told while it can be handed in again"), kept);
        assertFalse(kept.contains("was answered"), kept);
        assertFalse(kept.contains("\"evidence\" : [ {"), kept);
        Files.move(out(), folder.resolve("kept"));
        assertEquals(1, grade("wrong", "--base", "base-tells").code());
        assertTrue(told().contains("was answered"), told());
    }

    @Test
    void only_the_author_and_the_staff_change_a_submission_where_there_is_a_roster() throws IOException {
        assertEquals(64, grade("honest", "--base", "base-with-roster").code(), "whose it is must be told");
        assertEquals(0, grade("honest", "--base", "base-with-roster", "--author", "Ben-B").code());
        Files.move(out(), folder.resolve("own"));
        assertEquals(0, grade("honest", "--base", "base-with-roster", "--author", "prof").code());
        Files.move(out(), folder.resolve("staff"));
        Shell other = grade("honest", "--base", "base-with-roster", "--author", "anna-a");
        assertEquals(2, other.code(), other.all());
        assertEquals(List.of(), record().submissions());
        assertTrue(
                record().notes().toString().contains("'submissions/ben' does not belong to the author"),
                record().notes().toString());
        assertTrue(Files.readString(out().resolve("summary.md")).contains("does not belong to the author"));
    }

    private static void assertFollowsSchema(String text) throws IOException {
        try (InputStream schema = PullFile.class.getResourceAsStream("/assay/schema/pull.schema.json")) {
            assertEquals(
                    List.of(),
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
                            .validate(text, InputFormat.JSON));
        }
    }

    @Test
    void a_pull_request_without_a_submission_is_told_so() throws IOException {
        repository().branch("stray");
        repository().write("submision/ben/answers.yaml", "assignment: mini\n");
        repository().commit("misspelt");
        repository().git("switch", "-q", "main");
        Shell shell = grade("stray");
        assertEquals(2, shell.code(), shell.all());
        assertEquals(List.of("submision/ben/answers.yaml"), record().strays());
        assertEquals(64, grade("no-such-branch").code());
    }
}
