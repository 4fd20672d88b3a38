package assay.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Inputs;
import assay.api.wire.Wire;
import assay.api.wire.WireException;
import assay.api.wire.WireLimits;
import assay.assignment.Assignment;
import assay.assignment.AssignmentReader;
import assay.assignment.BadAssignment;
import assay.assignment.BadYaml;
import assay.assignment.Field;
import assay.assignment.Limits;
import assay.assignment.Task;
import assay.assignment.ValueType;
import assay.assignment.Way;
import assay.assignment.YamlReader;
import assay.formula.Formula;
import assay.formula.FormulaException;
import assay.formula.FormulaScope;
import assay.grade.ClassFile;
import assay.submission.AnswersReader;
import assay.submission.Prose;
import assay.submission.Submission;
import assay.submission.SubmissionReader;
import assay.submission.Toys;
import assay.submission.UnreadableSubmission;
import assay.testkit.Fuzz;
import assay.testkit.Golden;
import assay.timing.Round;
import assay.timing.Session;
import assay.timing.Times;
import assay.timing.Timing;
import assay.timing.TimingFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file or comes from a child is read, or refused in the way that the reader promises. */
class ReadersFuzzTest {
    private static final int FEW = 120;
    private static final int MANY = 600;
    private static final long MIB = 1 << 20;
    private static final String SHEET = "assignments/dnn-basics/";
    private static final Request REQUEST =
            new Request("r1", "line", "draw 1", false, new Inputs(assay.api.Fields.none()));

    @TempDir
    private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(Golden.root().resolve(SHEET + name));
    }

    private static Fuzz fuzz(
            String name, long mebibytes, List<byte[]> corpus, Set<Class<? extends Exception>> declared) {
        return new Fuzz(name, corpus, declared, mebibytes * MIB);
    }

    private Submission submission(String file) {
        return new Submission("anna", folder, List.of(file), "", List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {".zip", ".tar", ".tar.gz"})
    void archives(String ending) throws Exception {
        String[] names = {"answers.yaml", "src/Solution.java", "gr\u00f6\u00dfe.py"};
        byte[] archive = ending.equals(".zip") ? Toys.zip(names) : Toys.tar(names);
        List<byte[]> corpus = List.of(ending.equals(".tar.gz") ? Toys.gzip(archive) : archive);
        Path staging = Files.createDirectory(folder.resolve("staging"));
        fuzz("archive" + ending, 80, corpus, Set.of(UnreadableSubmission.class)).run(FEW, input -> {
            try {
                SubmissionReader.read(Files.write(folder.resolve("anna" + ending), input), staging);
            } finally {
                Trees.delete(staging);
                Files.createDirectory(staging);
            }
        });
    }

    @Test
    void yaml() throws Exception {
        List<byte[]> corpus = List.of(
                file("public/assignment.yaml"),
                file("private/samples/published/answers.yaml"),
                bytes("a: [1, {b: \"c\"}, 'd', 2.5e3, ~]\n? x\n: |\n  text\n"));
        fuzz("plain yaml", 200, corpus, Set.of(BadYaml.class))
                .run(MANY / 2, input -> YamlReader.read(Files.write(folder.resolve("a"), input), "a.yaml", MIB));
    }

    @Test
    void answers() throws Exception {
        Assignment sheet = AssignmentReader.read(Golden.root().resolve(SHEET), false);
        List<byte[]> corpus = List.of(
                file("private/samples/published/answers.yaml"), file("private/samples/mistakes-3/answers.yaml"));
        fuzz("answers.yaml", 200, corpus, Set.of(BadYaml.class)).run(FEW, input -> {
            Files.write(folder.resolve(Submission.ANSWERS), input);
            AnswersReader.problemOf(folder);
            AnswersReader.assignmentOf(folder);
            AnswersReader.read(submission(Submission.ANSWERS), sheet);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"assignment.yaml", "selfcheck.yaml"})
    void files_of_authors(String mutated) throws Exception {
        Path files = Files.createDirectory(folder.resolve("public"));
        for (String name : List.of("assignment.yaml", "selfcheck.yaml")) {
            Files.write(files.resolve(name), file("public/" + name));
        }
        fuzz("author " + mutated, 400, List.of(file("public/" + mutated)), Set.of(BadAssignment.class))
                .run(FEW / 3, input -> {
                    Files.write(files.resolve(mutated), input);
                    AssignmentReader.read(folder, false);
                });
    }

    @Test
    void replies_of_children() throws Exception {
        List<byte[]> corpus = List.of(
                bytes("{\"id\":\"r1\",\"answers\":{\"w\":[[1,2.5],[-3e-5,\"NaN\"]],\"t\":true,\"s\":\"text\"}}"),
                bytes(
                        "{\"id\":\"r1\",\"error\":{\"kind\":\"raised\",\"type\":\"E\",\"message\":\"m\",\"where\":\"a:1\"}}"),
                bytes("{\"id\":\"r1\",\"answers\":{\"x\":1},\"device\":{\"used\":[\"a\"],\"bytes\":5}}"));
        Wire wire = new Wire(WireLimits.standard());
        fuzz("wire", 64, corpus, Set.of(WireException.class)).run(5 * MANY, input -> {
            assay.api.Value message = wire.read(input);
            Reply.read(message, REQUEST, Limits.standard(), 1);
            Reply.device(message);
            Hello.read(message);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", ".npy"})
    void predictions(String ending) throws Exception {
        Task task = new Task(
                "digits/at-home",
                "1",
                "Home",
                List.of(Way.PREDICTIONS),
                List.of(),
                List.of(new Field("labels", ValueType.parse("list"), "")),
                List.of());
        String name = "predictions/digits-at-home" + ending;
        Files.createDirectory(folder.resolve("predictions"));
        String head = "{'descr': '<i8', 'fortran_order': False, 'shape': (3,), }\n";
        byte[] npy = java.util.Arrays.copyOf(bytes("?NUMPY\1\0" + (char) head.length() + "\0" + head), 10 + 58 + 24);
        npy[0] = (byte) 0x93;
        List<byte[]> corpus = List.of(ending.equals(".csv") ? bytes("label\n3\n\"0\"\n9.0\n") : npy);
        fuzz("predictions" + ending, 64, corpus, Set.of()).run(FEW, input -> {
            Files.write(folder.resolve(name), input);
            assertTrue(new PredictionsFile(submission(name), task).outcome().isPresent());
        });
    }

    @Test
    void formulas() throws Exception {
        FormulaScope scope = FormulaScope.none().andNumber("x").andVector("v", "3");
        List<byte[]> corpus =
                List.of(bytes("-2^2 * ln(x) + sum(v) / (1 + exp(-x))"), bytes("abs(sum(v)) - sqrt(x) * 1e-3"));
        Fuzz fuzz = fuzz("formula", 64, corpus, Set.of(FormulaException.class));
        fuzz.run(2 * MANY, input -> Formula.parse(new String(input, StandardCharsets.UTF_8), scope));
    }

    @Test
    void prose() throws Exception {
        List<byte[]> corpus = List.of(bytes("intro\n## proof\nBecause.\n```\n## no\n```\n## `plot`\nline\n"));
        fuzz("prose.md", 64, corpus, Set.of()).run(FEW, input -> {
            Files.write(folder.resolve(Prose.NAME), input);
            Prose.read(submission(Prose.NAME));
        });
    }

    @Test
    void what_is_stored_of_a_class() throws Exception {
        new ClassFile(ClassFile.SCHEMA, "tiny", "/home/x", Map.of("seed", "1"), Map.of("anna", "anna.zip"))
                .write(folder);
        Path file = folder.resolve(ClassFile.NAME);
        fuzz("class.json", 64, List.of(Files.readAllBytes(file)), Set.of(IOException.class))
                .run(FEW, input -> {
                    Files.write(file, input);
                    ClassFile.read(folder);
                });
    }

    @Test
    void what_is_stored_of_times() throws Exception {
        Round round = new Round(new Times(1, 1), new Times(2, 1.5), new Times(1.25, 1));
        Session session = new Session(2, 0, true, List.of(round, round), 0.5, 2);
        byte[] times = bytes(TimingFiles.write(List.of(
                new Timing("t", "fast", "java", "cpu", "freezer", "cgroup", List.of(session), Timing.Trouble.none()))));
        fuzz("timing.json", 64, List.of(times), Set.of(IOException.class)).run(FEW, input -> {
            Files.write(folder.resolve(TimingFiles.NAME), input);
            TimingFiles.read(folder);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {RunFiles.PLAN, RunFiles.ANSWERS})
    void what_is_stored_of_a_run(String mutated) throws Exception {
        byte[] plan = bytes("{\"assignment\":\"tiny\",\"version\":1}\n{\"id\":\"r1\",\"task\":\"line\",\"label\":"
                + "\"draw 1\",\"edge\":false,\"inputs\":{\"x\":[1,2]}}\n{\"id\":\"r2\",\"task\":\"line\",\"label\":"
                + "\"draw 2\",\"edge\":true,\"inputs\":{}}\n");
        byte[] answers = bytes("{\"id\":\"r1\",\"source\":\"java\",\"answers\":{\"y\":3},\"refused\":{\"z\":{\"fault\":"
                + "\"unreadable\",\"message\":\"m\",\"where\":\"a\"}}}\n{\"id\":\"r2\",\"source\":\"python\",\"failed\":"
                + "{\"fault\":\"time_limit\",\"message\":\"m\",\"where\":\"\"}}\n");
        Files.write(folder.resolve(RunFiles.PLAN), plan);
        Files.write(folder.resolve(RunFiles.ANSWERS), answers);
        List<byte[]> corpus = List.of(mutated.equals(RunFiles.PLAN) ? plan : answers);
        fuzz("stored " + mutated, 64, corpus, Set.of(IOException.class)).run(FEW, input -> {
            Files.write(folder.resolve(mutated), input);
            RunFiles.read(folder, TrainingRoom.none());
        });
    }
}
