package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.grade.OutFolder;
import assay.result.ResultFile;
import assay.result.ResultRecord;
import assay.result.SubmissionKey;
import assay.testkit.Needs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interrupted class is finished with the records of an undisturbed run, and one folder has one writer. */
class ResumeTest {
    @TempDir
    private Path folder;

    private Path submissions;
    private Path out;

    @BeforeEach
    void make_a_class() throws IOException {
        submissions = folder.resolve("class");
        out = folder.resolve("out");
        hand("anna", "dw0: 2/N * sum(w0 + w1*x - y)");
        hand("ben", "dw0: 1/N * sum(w0 + w1*x - y)");
        hand("cleo", "dw1: 2/N * sum((w0 + w1*x - y)*x)");
    }

    private void hand(String student, String answer) throws IOException {
        Path own = Files.createDirectories(submissions.resolve(student));
        Files.writeString(
                own.resolve("answers.yaml"),
                "assignment: dnn-basics\nanswers:\n  linreg/derivatives:\n    " + answer + "\n");
    }

    private Shell grade(Object... more) {
        Object[] all = new Object[6 + more.length];
        System.arraycopy(new Object[] {"grade", "dnn-basics", submissions, "-o", out, "--no-cache"}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return Shell.run(all);
    }

    private Path own(String student) {
        return out.resolve("submissions").resolve(SubmissionKey.of(student));
    }

    /** Return all files with what must be the same: of a record and its page, all that is not observed. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = out.relativize(file).toString();
                String text = Files.readString(file);
                if (file.endsWith(ResultFile.NAME)) {
                    text = text.substring(0, text.indexOf("\"observed\""));
                }
                contents.put(name, file.endsWith("index.html") ? "" : text);
            }
        }
        return contents;
    }

    @Test
    void what_a_killed_run_left_is_kept_where_it_is_whole_and_the_rest_is_graded() throws IOException {
        assertEquals(1, grade().code());
        Map<String, String> undisturbed = contents();
        Files.delete(own("ben").resolve(ResultFile.NAME));
        Files.delete(own("ben").resolve("index.html"));
        Files.writeString(own("cleo").resolve(ResultFile.NAME), "{\"schema\": \"assay/res");
        Files.writeString(own("cleo").resolve(".result.json123.tmp"), "half");
        Files.createDirectories(out.resolve("submissions/.new-x"));
        Files.delete(out.resolve("scores.csv"));
        Files.writeString(out.resolve(OutFolder.LOCK), "process 1 of nobody, since then");

        Shell refused = grade();
        assertEquals(64, refused.code(), refused.all());
        assertTrue(
                refused.err().contains("holds 2 of 3 results of an earlier run; go on with it by --resume"),
                refused.all());

        Shell resumed = grade("--resume");
        assertEquals(1, resumed.code(), resumed.all());
        assertTrue(resumed.err().contains("the run before was killed"), resumed.all());
        assertTrue(
                resumed.out().contains("1 results of the run before were kept, 2 submissions graded now."),
                resumed.all());
        assertFalse(resumed.out().contains("] anna:"), "what is known is not told again");
        assertEquals(undisturbed, contents());

        Shell again = grade("--resume");
        assertTrue(
                again.out().contains("3 results of the run before were kept, 0 submissions graded now."), again.all());
        assertEquals(undisturbed, contents());
    }

    @Test
    void what_changed_or_was_not_judged_is_graded_again_and_newcomers_are_too() throws IOException {
        assertEquals(1, grade().code());
        hand("anna", "dw0: 3/N * sum(w0 + w1*x - y)");
        hand("dora", "dw0: 2/N * sum(w0 + w1*x - y)");
        String record = Files.readString(own("ben").resolve(ResultFile.NAME));
        Files.writeString(own("ben").resolve(ResultFile.NAME), record.replaceFirst("\"MISSING\"", "\"NOT_JUDGED\""));
        Shell resumed = grade("--resume");
        assertTrue(resumed.err().contains("1 submissions came in after the run began"), resumed.all());
        assertTrue(
                resumed.out().contains("1 results of the run before were kept, 3 submissions graded now."),
                resumed.all());
        assertEquals(record.substring(0, record.indexOf("\"observed\"")), recordOf("ben"));
    }

    private String recordOf(String student) throws IOException {
        String record = Files.readString(own(student).resolve(ResultFile.NAME));
        return record.substring(0, record.indexOf("\"observed\""));
    }

    @Test
    void one_who_vanished_before_being_graded_is_not_judged_and_loses_nothing() throws IOException {
        assertEquals(1, grade().code());
        Files.delete(own("ben").resolve(ResultFile.NAME));
        Files.delete(submissions.resolve("ben/answers.yaml"));
        Files.delete(submissions.resolve("ben"));
        Files.delete(submissions.resolve("cleo/answers.yaml"));
        Files.delete(submissions.resolve("cleo"));
        Shell resumed = grade("--resume");
        assertEquals(3, resumed.code(), resumed.all());
        ResultRecord ben = ResultFile.read(own("ben"));
        assertEquals(100, ben.score().openPoints());
        assertTrue(ben.notes().get(0).contains("no longer there"), ben.notes().toString());
        assertEquals(3, ResultFile.read(own("cleo")).score().points(), "who was graded stays");
    }

    @Test
    void a_run_is_not_finished_under_other_settings() throws IOException {
        assertEquals(1, grade().code());
        Path secret = Files.writeString(folder.resolve("secret"), "sixteen characters and more");
        Shell resumed = grade("--resume", "--secret-file", secret);
        assertEquals(64, resumed.code(), resumed.all());
        assertTrue(resumed.err().contains("secret was 'none', is now '"), resumed.err());
        assertFalse(resumed.err().contains("sixteen"), "the secret itself is not told");
    }

    @Test
    @SuppressWarnings("try") // held for its effect
    void two_who_write_to_one_folder_are_kept_apart() throws IOException {
        Path python = Needs.python();
        assertEquals(1, grade().code());
        try (OutFolder held = OutFolder.hold(out)) {
            Shell second = grade("--resume");
            assertEquals(64, second.code(), second.all());
            assertTrue(second.err().contains("is being written by this process"), second.err());
        }
        Process other = new ProcessBuilder(
                        python.toString(),
                        "-c",
                        """
                import fcntl, sys
                held = open(sys.argv[1], "r+")
                fcntl.lockf(held, fcntl.LOCK_EX)
                held.write("process 7 of ann on lab-3, since 2026-01-02T03:04:05Z")
                held.flush()
                print("held", flush=True)
                sys.stdin.read()
                """,
                        out.resolve(OutFolder.LOCK).toString())
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("held", said.readLine());
            for (Shell second : new Shell[] {grade("--resume"), Shell.run("regrade", out), Shell.run("report", out)}) {
                assertEquals(64, second.code(), second.all());
                assertTrue(
                        second.err()
                                .contains("is being written by process 7 of ann on lab-3, since 2026-01-02T03:04:05Z"),
                        second.err());
            }
        } finally {
            other.destroyForcibly();
            other.onExit().join();
        }
        assertEquals(1, grade("--resume").code(), "a lock ends with its process");
    }

    @Test
    void names_that_a_grade_book_takes_for_one_are_refused() throws IOException {
        hand("Anna", "dw0: 1");
        Shell capitals = grade();
        assertEquals(64, capitals.code(), capitals.all());
        assertTrue(capitals.err().contains("'Anna' and 'anna' differ in capitals"), capitals.err());
        Files.delete(submissions.resolve("Anna/answers.yaml"));
        Files.delete(submissions.resolve("Anna"));
        hand("zo\u00eb", "dw0: 1");
        hand("zoe\u0308", "dw0: 1");
        assertTrue(grade().err().contains("the way an accent is written"), "composed and decomposed");
    }
}
