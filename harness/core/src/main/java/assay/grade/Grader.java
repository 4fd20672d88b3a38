package assay.grade;

import assay.assignment.Assignment;
import assay.assignment.BadYaml;
import assay.assignment.Task;
import assay.check.CheckResult;
import assay.check.CheckStage;
import assay.check.Judgement;
import assay.check.Verdict;
import assay.result.AtomicFile;
import assay.result.Observed;
import assay.result.Provenance;
import assay.result.ResultFile;
import assay.result.ResultRecord;
import assay.result.SubmissionKey;
import assay.run.Exchange;
import assay.run.GradingException;
import assay.run.HandedInPredictions;
import assay.run.References;
import assay.run.RunFiles;
import assay.run.RunPlan;
import assay.run.RunPlanner;
import assay.run.RunTrace;
import assay.run.Sandbox;
import assay.run.Seeds;
import assay.run.SubmissionRun;
import assay.run.TrainingRoom;
import assay.score.ProseScore;
import assay.score.Score;
import assay.score.Scorer;
import assay.submission.AnswersFile;
import assay.submission.AnswersReader;
import assay.submission.Prose;
import assay.submission.Submission;
import assay.submission.SubmissionReader;
import assay.submission.UnreadableSubmission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lead one submission through all stages and leave a file after each: plan, answers, output, result. Thread-safe. */
public final class Grader {
    private static final Logger LOG = LoggerFactory.getLogger(Grader.class);

    private final Assignment assignment;
    private final GradeOptions options;
    private final Sandbox sandbox;
    private final RunPlanner planner;
    private final CheckStage checks;

    /**
     * Grade with {@code assignment}.
     *
     * @throws assay.assignment.BadAssignment if a check does not fit its task
     */
    public Grader(Assignment assignment, References references, Sandbox sandbox, GradeOptions options) {
        this.assignment = assignment;
        this.options = options;
        this.sandbox = sandbox;
        this.planner = new RunPlanner(assignment, references);
        this.checks = new CheckStage(assignment, references);
    }

    /**
     * Grade what lies at {@code source} and keep the files of all stages in {@code folder}. A failure of ours gives a record in which
     * nothing is judged; it never costs points.
     */
    public ResultRecord grade(Path source, Path folder) throws IOException {
        long start = System.nanoTime();
        String id = SubmissionReader.idOf(source);
        Files.createDirectories(folder);
        for (String stage : List.of(RunFiles.PLAN, RunFiles.ANSWERS, ResultFile.NAME)) {
            Files.deleteIfExists(folder.resolve(stage));
        }
        Draft draft;
        try (Staging staging = Staging.make()) {
            draft = run(SubmissionReader.read(source, staging.folder()), folder);
        } catch (UnreadableSubmission e) {
            draft = unread(id, "The submission " + e.getMessage() + ".");
        } catch (BadYaml e) {
            draft = unread(id, e.where() + " " + e.problem() + ".");
        } catch (GradingException | IOException e) {
            LOG.error("submission {} was not judged", folder.getFileName(), e);
            draft = notJudged(id, "Assay could not grade this submission: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // A bug of ours, or a submission that found one: the others of the class must still be graded.
            LOG.error("submission {} was not judged, this is a bug in Assay", folder.getFileName(), e);
            draft = notJudged(
                    id, "Assay failed on this submission (" + e.getClass().getSimpleName() + "); this is our fault.");
        }
        ResultRecord result = record(draft, start);
        ResultFile.write(result, folder);
        return result;
    }

    private Draft run(Submission submission, Path folder) throws BadYaml, IOException {
        AnswersFile answers = AnswersReader.read(submission, assignment);
        Seeds seeds = Seeds.derive(options.secret(), submission.id(), assignment.id(), assignment.version());
        RunPlan plan = planner.plan(
                        submission.id(), seeds, HandedInPredictions.course(options.secret(), assignment.id()))
                .on(options.device());
        AtomicFile.write(folder.resolve(RunFiles.PLAN), RunFiles.write(plan, room()));
        RunTrace trace = new SubmissionRun(assignment, sandbox, checks::isDecided).run(submission, answers, plan);
        AtomicFile.write(folder.resolve(RunFiles.ANSWERS), RunFiles.write(trace));
        AtomicFile.write(folder.resolve("output.txt"), trace.output());
        List<String> misplaced = new ArrayList<>(answers.problems());
        misplaced.addAll(trace.misplaced());
        Prose prose = Prose.read(submission);
        List<String> notes = new ArrayList<>(room().notes());
        notes.addAll(submission.notes());
        notes.addAll(misplaced);
        notes.addAll(ProseStage.notes(assignment, prose));
        Map<String, String> facts = facts(trace);
        facts.put("submission.digest", submission.digest());
        facts.put("seed", seeds.hex());
        facts.put("draws", options.secret().isEmpty() ? "public" : "secret");
        return new Draft(
                submission.id(),
                "",
                notes,
                misplaced.size(),
                score(trace.exchanges()),
                ProseStage.pending(assignment.rubric(), prose),
                trace,
                facts);
    }

    /** Judge stored exchanges again, without running anything; the record keeps what the run left. */
    public ResultRecord recheck(ResultRecord before, List<Exchange> exchanges) {
        Map<String, String> facts = new TreeMap<>(before.provenance().facts());
        facts.putAll(options.facts());
        facts.put("assignment.digest", assignment.digest());
        return new ResultRecord(
                ResultRecord.SCHEMA,
                assignment.id(),
                assignment.version(),
                assignment.title(),
                before.submission(),
                before.key(),
                before.ungradable().isEmpty() ? score(exchanges) : before.score(),
                ProseStage.again(assignment.rubric(), before.prose()),
                before.notes(),
                before.misplaced(),
                before.ungradable(),
                before.output(),
                new Provenance(facts),
                before.observed());
    }

    /** Return the data of the tasks that train. */
    TrainingRoom room() {
        return TrainingRoom.of(assignment);
    }

    private Score score(List<Exchange> exchanges) {
        Map<String, List<CheckResult>> results = checks.judge(exchanges);
        return Scorer.score(assignment, results, exchanges);
    }

    private Map<String, String> facts(RunTrace trace) {
        Map<String, String> facts = new TreeMap<>(options.facts());
        facts.put("assignment.digest", assignment.digest());
        facts.put("device", options.device().word());
        facts.putAll(room().facts());
        if (trace.children().isEmpty()) {
            facts.put("isolation", "no code ran");
        } else {
            facts.putAll(sandbox.facts());
            trace.libraries().forEach((name, value) -> facts.put("library." + name, value));
            facts.put("isolation", sandbox.level().name());
        }
        return facts;
    }

    /** Hold what is known of a submission when its stages have ended. */
    private record Draft(
            String id,
            String ungradable,
            List<String> notes,
            int misplaced,
            Score score,
            List<ProseScore> prose,
            RunTrace trace,
            Map<String, String> facts) {}

    private Draft unread(String id, String why) {
        return new Draft(
                id,
                why,
                List.of(),
                0,
                all(Verdict.UNGRADABLE, "unreadable", why),
                unread(),
                nothing(),
                facts(nothing()));
    }

    private Draft notJudged(String id, String why) {
        return new Draft(
                id,
                "",
                List.of(why),
                0,
                all(Verdict.NOT_JUDGED, "harness", why),
                unread(),
                nothing(),
                facts(nothing()));
    }

    private List<ProseScore> unread() {
        return ProseStage.pending(assignment.rubric(), new Prose(Map.of()));
    }

    private static RunTrace nothing() {
        return new RunTrace(List.of(), "", List.of(), List.of(), Map.of(), Map.of());
    }

    private Score all(Verdict verdict, String cause, String message) {
        Map<String, List<CheckResult>> results = new LinkedHashMap<>();
        for (Task task : assignment.tasks()) {
            results.put(
                    task.id(),
                    task.criteria().stream()
                            .map(one -> CheckResult.of(one, "", Judgement.without(verdict, cause, message)))
                            .toList());
        }
        return Scorer.score(assignment, results, List.of());
    }

    private ResultRecord record(Draft draft, long start) {
        Map<String, Double> numbers = new TreeMap<>(draft.trace().observed());
        numbers.put("totalMillis", (System.nanoTime() - start) / 1e6);
        return new ResultRecord(
                ResultRecord.SCHEMA,
                assignment.id(),
                assignment.version(),
                assignment.title(),
                draft.id(),
                SubmissionKey.of(draft.id()),
                draft.score(),
                draft.prose(),
                draft.notes(),
                draft.misplaced(),
                draft.ungradable(),
                draft.trace().output(),
                new Provenance(draft.facts()),
                new Observed(Instant.now().toString(), numbers, draft.trace().children()));
    }
}
