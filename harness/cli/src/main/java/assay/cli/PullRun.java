package assay.cli;

import assay.assignment.Assignment;
import assay.assignment.AssignmentReader;
import assay.grade.ClassGrader;
import assay.grade.GradeOptions;
import assay.grade.Grader;
import assay.grade.HandIn;
import assay.grade.Staging;
import assay.pull.Pull;
import assay.pull.PullReader;
import assay.pull.PullRecord;
import assay.pull.PullRecorder;
import assay.pull.Roster;
import assay.report.GradescopeJson;
import assay.report.ReportWriter;
import assay.result.AtomicFile;
import assay.result.ResultRecord;
import assay.result.SubmissionKey;
import assay.run.References;
import assay.run.Sandbox;
import assay.submission.SubmissionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Grade the submissions that a pull request changed. What is printed on the way holds nothing that a student wrote, not even a
 * name: a forge reads the log, too.
 */
final class PullRun {
    private static final int MOST_NOTES = 20;

    private final Workspace workspace;
    private final Console console;
    private final Path out;
    private final String secret;
    private final String author;

    /** Grade what {@code author} changed; "" where it is not known who that is. */
    PullRun(Workspace workspace, Console console, Path out, String secret, String author) {
        this.workspace = workspace;
        this.console = console;
        this.out = out;
        this.secret = secret;
        this.author = author;
    }

    /** Grade the author's own; changes to what belongs to others are reported, and make it one to look at. */
    PullRecord grade(PullReader reader, Pull pull, Optional<String> named, String student) throws IOException {
        List<String> foreign = foreign(reader, pull);
        if (foreign.isEmpty()) {
            return gradeOwn(reader, pull, named, student);
        }
        Pull own = pull.without(foreign);
        PullRecord record = own.submissions().isEmpty()
                ? PullRecorder.nothing(own, ExitCode.UNGRADABLE.code(), List.of())
                : gradeOwn(reader, own, named, student);
        console.say("assay: submissions of others were changed: " + foreign.size() + "; they were not graded");
        List<String> notes = foreign.stream()
                .map(name -> "'" + pull.settings().submissions() + "/" + name + "' does not belong to the author of this"
                        + " pull request (" + Roster.NAME + "), so it was not graded.")
                .toList();
        boolean ours = record.exitCode() == ExitCode.NOT_JUDGED.code();
        return record.noted(
                notes.subList(0, Math.min(MOST_NOTES, notes.size())),
                ours ? record.exitCode() : ExitCode.UNGRADABLE.code());
    }

    private List<String> foreign(PullReader reader, Pull pull) throws IOException {
        Optional<Roster> roster = reader.roster(pull);
        if (roster.isEmpty()) {
            return List.of();
        }
        if (author.isBlank()) {
            throw new UsageException(
                    "the base has " + Roster.NAME + "; say with --author whose pull request this is (a login)");
        }
        return roster.get().foreign(pull, author);
    }

    /** Grade; nothing is graded where nothing was changed, or more than is allowed at once. */
    private PullRecord gradeOwn(PullReader reader, Pull pull, Optional<String> named, String student)
            throws IOException {
        int most = pull.settings().mostSubmissions();
        if (pull.submissions().isEmpty()) {
            boolean maintenance = pull.strays().isEmpty() && pull.removed().isEmpty();
            console.say("assay: this pull request changes no submission; nothing to grade");
            return PullRecorder.nothing(
                    pull,
                    (maintenance ? ExitCode.PASSED : ExitCode.UNGRADABLE).code(),
                    List.of("No submission was changed, so nothing was graded. "
                            + (pull.settings().isOneSubmission()
                                    ? ""
                                    : "A submission is a folder or an archive below '"
                                            + pull.settings().submissions() + "/'.")));
        } else if (pull.submissions().size() > most) {
            console.say("assay: this pull request changes " + pull.submissions().size() + " submissions, at most "
                    + most + " are accepted; nothing was graded");
            return PullRecorder.nothing(
                    pull,
                    ExitCode.UNGRADABLE.code(),
                    List.of("This pull request changes " + pull.submissions().size() + " submissions, at most " + most
                            + " are accepted ('most-submissions' in assay-ci.yaml). Nothing was graded."));
        }
        try (Staging staging = Staging.make()) {
            return run(reader, pull, named, student, staging.folder());
        }
    }

    private PullRecord run(PullReader reader, Pull pull, Optional<String> named, String student, Path staging)
            throws IOException {
        String id = named.orElseGet(() -> only(reader, pull));
        Optional<Path> own = reader.assignment(pull, id, staging.resolve("definition"));
        Assignment assignment =
                own.isPresent() ? AssignmentReader.read(own.get(), true) : workspace.assignment(id, true);
        if (!assignment.complete()) {
            throw new UsageException("'" + id + "' has no private/grading.yaml at the base, so it cannot be graded");
        }
        console.say("assay: grading " + assignment.id() + " as the "
                + (own.isPresent() ? "base commit " + pull.base() : "installation") + " defines it");
        pull.guarded().stream()
                .findFirst()
                .ifPresent(first -> console.say(
                        "assay: protected paths changed: " + pull.guarded().size() + "; the changes are not used"));
        Map<String, String> paths = new TreeMap<>();
        List<Path> sources = new ArrayList<>();
        for (String name : pull.submissions()) {
            boolean whole = pull.settings().isOneSubmission();
            Path place = Files.createDirectories(staging.resolve("submission-" + sources.size()));
            Path source = reader.submission(pull, name, whole ? student : name, place);
            sources.add(source);
            paths.put(
                    SubmissionReader.idOf(source), whole ? "." : pull.settings().submissions() + "/" + name);
        }
        List<ResultRecord> results = grade(assignment, sources, pull.settings().tellRightValues());
        return PullRecorder.record(
                pull, assignment, own.isPresent() ? "base" : "installation", exitCode(pull, results), results, paths);
    }

    private List<ResultRecord> grade(Assignment assignment, List<Path> sources, boolean tellsRightValues)
            throws IOException {
        GradeOptions usual = workspace.options(secret);
        GradeOptions options = tellsRightValues ? usual : usual.keepingRightValues();
        try (Sandbox sandbox = workspace.sandbox(false, 1)) {
            Grader grader = new Grader(assignment, References.find(assignment), sandbox, options);
            Files.createDirectories(out);
            List<ResultRecord> results = new ArrayList<>();
            for (Path source : sources) {
                HandIn handIn = HandIn.at(source);
                Path folder = out.resolve(ClassGrader.SUBMISSIONS).resolve(SubmissionKey.of(handIn.id()));
                ResultRecord result = grader.grade(handIn, folder);
                write(result, folder);
                results.add(result);
            }
            ReportWriter.writeClass(results, out);
            Optional<String> alone = results.size() == 1 ? GradescopeJson.render(results.get(0)) : Optional.empty();
            if (alone.isPresent()) {
                AtomicFile.write(out.resolve("results.json"), alone.get());
            }
            return results;
        }
    }

    private void write(ResultRecord result, Path folder) throws IOException {
        ReportWriter.writeSubmission(result, folder);
        Optional<String> gradescope = GradescopeJson.render(result);
        if (gradescope.isPresent()) {
            AtomicFile.write(folder.resolve("results.json"), gradescope.get());
        }
        console.say("assay: " + result.key() + ": "
                + (PullRecorder.isScored(result) ? Summary.points(result.score()) : "no score"));
    }

    private String only(PullReader reader, Pull pull) {
        if (!pull.settings().assignment().isEmpty()) {
            return pull.settings().assignment();
        }
        List<String> all = reader.assignments(pull);
        if (all.size() == 1) {
            return all.get(0);
        }
        List<String> known = all.isEmpty() ? workspace.assignments() : all;
        throw new UsageException(
                "which assignment is graded? Name it with --assignment, or as 'assignment:' in assay-ci.yaml"
                        + " of the base; known: " + String.join(", ", known));
    }

    /** Return the code of the results; a pull request that also changes what it is graded with is not in order, even if all is right. */
    private static int exitCode(Pull pull, List<ResultRecord> results) {
        ExitCode code = ExitCode.of(results);
        boolean inOrder = pull.guarded().isEmpty() || code == ExitCode.NOT_JUDGED;
        return (inOrder ? code : ExitCode.UNGRADABLE).code();
    }
}
