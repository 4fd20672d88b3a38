package assay.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import assay.assignment.Assignment;
import assay.assignment.AssignmentReader;
import assay.check.CheckResult;
import assay.check.Verdict;
import assay.grade.GradeOptions;
import assay.grade.Grader;
import assay.result.ResultRecord;
import assay.run.LibraryFolder;
import assay.run.LibraryShelf;
import assay.run.OnDemandSandbox;
import assay.run.References;
import assay.run.Sandbox;
import assay.run.SandboxOptions;
import assay.run.Sandboxes;
import assay.score.TaskScore;
import assay.submission.AnswersReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;

/** Turn the verdicts of the public checks into JUnit tests, a container for each task and a test for each criterion. */
public final class SelfCheck {
    private static final List<Verdict> NOT_HERE = List.of(Verdict.HIDDEN, Verdict.INCONCLUSIVE, Verdict.NOT_JUDGED);

    private SelfCheck() {}

    /**
     * Judge {@code solution} with the kit that this class belongs to. Criteria that only the grading judges are skipped.
     *
     * @param solution folder of the solution, such as {@code my-solution}
     * @throws IllegalStateException if there is no such folder, or no kit around this class
     */
    public static Stream<DynamicNode> of(Path solution) throws IOException {
        if (!Files.isDirectory(solution)) {
            throw new IllegalStateException("there is no folder " + solution.toAbsolutePath()
                    + "; let the test run in the folder of the kit (the working directory of its run configuration)");
        }
        Path lib = lib();
        Assignment assignment = assignment(lib.resolveSibling("assignments"), solution);
        Path work = Files.createTempDirectory("assay-self-check-");
        Path cache = work.resolve("cache");
        LibraryShelf shelf = new LibraryFolder(lib.resolveSibling("lib-worker-cpu"), cache, folder -> {});
        SandboxOptions options = new SandboxOptions(true, 1, lib, cache).withLibraries(shelf);
        try (Sandbox sandbox = new OnDemandSandbox(() -> Sandboxes.open(options))) {
            Grader grader =
                    new Grader(assignment, References.find(assignment), sandbox, new GradeOptions("", Map.of()));
            return tests(grader.grade(solution, work.resolve("result"))).stream();
        } finally {
            remove(work);
        }
    }

    private static List<DynamicNode> tests(ResultRecord result) {
        if (!result.ungradable().isEmpty()) {
            return List.of(dynamicTest("the solution can be read", () -> Assertions.fail(result.ungradable())));
        }
        return result.score().tasks().stream().map(SelfCheck::task).toList();
    }

    private static DynamicNode task(TaskScore task) {
        return dynamicContainer(
                (task.sheet() + " " + task.title()).strip(),
                task.checks().stream().map(check -> dynamicTest(check.title(), () -> judge(check))));
    }

    private static void judge(CheckResult check) {
        Assumptions.assumeFalse(NOT_HERE.contains(check.verdict()), check.message());
        if (check.verdict() != Verdict.PASSED) {
            Assertions.fail(check.message());
        }
    }

    /** Find the assignment that the solution names, or the only one that is there. */
    private static Assignment assignment(Path assignments, Path solution) throws IOException {
        Optional<String> named = AnswersReader.assignmentOf(solution);
        if (named.isPresent()) {
            return AssignmentReader.read(assignments.resolve(named.get()), false);
        }
        try (Stream<Path> entries = Files.list(assignments)) {
            List<Path> all = entries.filter(entry -> Files.isRegularFile(entry.resolve(AssignmentReader.DESCRIPTION)))
                    .toList();
            if (all.size() != 1) {
                throw new IllegalStateException("which of the " + all.size() + " assignments in " + assignments
                        + " is this? Name it in answers.yaml: 'assignment: <id>'");
            }
            return AssignmentReader.read(all.get(0), false);
        }
    }

    /** Return the folder of the jars: the one that this class was loaded from. */
    private static Path lib() {
        try {
            Path jar = Path.of(SelfCheck.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path home = jar.toAbsolutePath().resolve("../..").normalize();
            if (Files.isRegularFile(jar) && Files.isDirectory(home.resolve("assignments"))) {
                return jar.resolveSibling(".").normalize();
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new IllegalStateException("the self-check runs from the lib folder of an unpacked kit only");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry :
                    entries.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        }
    }
}
