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
import assay.timing.Timing;
import assay.timing.TimingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lead one submission through all stages and leave a file after each: plan, answers, output, result. Thread-safe. */
public final class Grader {
    private static final Logger LOG = LoggerFactory.getLogger(Grader.class);
    private static final String OUTPUT = "output.txt";
    /** Marks a record whose random inputs not everybody can foresee. */
    private static final String SECRET = "secret";

    private final Assignment assignment;
    private final GradeOptions options;
    private final Sandbox sandbox;
    private final RunPlanner planner;
    private final CheckStage checks;
    private final TimingStage timing;
    private final UnaryOperator<Score> told;

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
        this.timing = new TimingStage(assignment, references, sandbox, checks);
        this.told = options.tellsRightValues() ? UnaryOperator.identity() : new Discretion(references)::applied;
    }

    /**
     * Grade what lies at {@code source} and keep the files of all stages in {@code folder}. A failure of ours gives a record in which
     * nothing is judged; it never costs points.
     */
    public ResultRecord grade(Path source, Path folder) throws IOException {
        return grade(HandIn.at(source), folder);
    }

    /** Grade {@code handIn}, whose random inputs follow from the course secret. */
    public ResultRecord grade(HandIn handIn, Path folder) throws IOException {
        Seeds seeds = Seeds.derive(options.secret(), handIn.id(), assignment.id(), assignment.version());
        return grade(handIn, folder, new Drawing(seeds, options.secret().isEmpty() ? "public" : SECRET));
    }

    /** Grade {@code handIn} with the random inputs of {@code before}, of which it is another run. */
    public ResultRecord again(HandIn handIn, Path folder, ResultRecord before) throws IOException {
        Map<String, String> facts = before.provenance().facts();
        String seed = facts.getOrDefault("seed", "");
        needSecret(facts);
        return seed.isEmpty()
                ? grade(handIn, folder)
                : grade(handIn, folder, new Drawing(new Seeds(seed), facts.getOrDefault("draws", "")));
    }

    /** Say what the random inputs follow from; {@code source} is "secret" where not everybody can foresee them. */
    private record Drawing(Seeds seeds, String source) {}

    private ResultRecord grade(HandIn handIn, Path folder, Drawing drawing) throws IOException {
        long start = System.nanoTime();
        String id = handIn.id();
        Files.createDirectories(folder);
        for (String stage : List.of(ResultFile.NAME, RunFiles.PLAN, RunFiles.ANSWERS, TimingFiles.NAME, OUTPUT)) {
            Files.deleteIfExists(folder.resolve(stage));
        }
        Draft draft;
        try (Staging staging = Staging.make()) {
            Submission read = SubmissionReader.read(handIn.source(), staging.folder());
            draft = run(new Submission(id, read.folder(), read.files(), read.digest(), read.notes()), folder, drawing);
        } catch (UnreadableSubmission e) {
            draft = Files.exists(handIn.source(), LinkOption.NOFOLLOW_LINKS)
                    ? unread(id, "The submission " + e.getMessage() + ".")
                    : notJudged(
                            id, "The submission is no longer there: it was removed or renamed after grading began.");
        } catch (BadYaml e) {
            draft = unread(id, e.where() + " " + e.problem() + ".");
        } catch (GradingException | IOException e) {
            LOG.error("submission {} was not judged", folder.getFileName(), e);
            draft = notJudged(id, "Assay could not grade this submission: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
            // A bug of ours, or a submission that found one: the others of the class must still be graded.
            LOG.error("submission {} was not judged, this is a bug in Assay", folder.getFileName(), e);
            draft = notJudged(
                    id, "Assay failed on this submission (" + e.getClass().getSimpleName() + "); this is our fault.");
        }
        ResultRecord result = record(draft, start);
        ResultFile.write(result, folder);
        return result;
    }

    private Draft run(Submission submission, Path folder, Drawing drawing) throws BadYaml, IOException {
        AnswersFile answers = AnswersReader.read(submission, assignment);
        Seeds seeds = drawing.seeds();
        RunPlan plan = planner.plan(submission.id(), seeds, course()).on(options.device());
        AtomicFile.write(folder.resolve(RunFiles.PLAN), RunFiles.write(plan, room()));
        RunTrace trace = new SubmissionRun(assignment, sandbox, checks::isDecided).run(submission, answers, plan);
        AtomicFile.write(folder.resolve(RunFiles.ANSWERS), RunFiles.write(trace));
        AtomicFile.write(folder.resolve(OUTPUT), trace.output());
        List<Timing> timings = timing.run(submission, seeds, trace);
        if (!timings.isEmpty()) {
            AtomicFile.write(folder.resolve(TimingFiles.NAME), TimingFiles.write(timings));
        }
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
        facts.put("draws", drawing.source());
        return new Draft(
                submission.id(),
                "",
                notes,
                misplaced.size(),
                score(trace.exchanges(), timings),
                ProseStage.pending(assignment.rubric(), prose),
                trace,
                facts);
    }

    /** Return the facts that the record of every submission has: versions and digests. */
    public Map<String, String> settings() {
        Map<String, String> facts = new TreeMap<>(options.facts());
        facts.put("assignment.digest", assignment.digest());
        return facts;
    }

    /** Return the text of the plan by which the submission of {@code before} would be asked now; "" when none was made. */
    public String planNow(ResultRecord before) {
        Map<String, String> facts = before.provenance().facts();
        String seed = facts.getOrDefault("seed", "");
        if (seed.isEmpty()) {
            return "";
        }
        needSecret(facts);
        RunPlan plan = planner.plan(before.submission(), new Seeds(seed), course());
        return RunFiles.write(plan.on(options.device()), room());
    }

    /** Return the seeds of what all students of a course get alike. */
    private Seeds course() {
        return HandedInPredictions.course(options.secret(), assignment.id());
    }

    /** A record holds the seed of its student, but not that of the course: with it the labels of test images could be computed. */
    private void needSecret(Map<String, String> facts) {
        boolean predicted = assignment.tasks().stream()
                .anyMatch(task -> HandedInPredictions.of(task).isPresent());
        if (predicted && options.secret().isEmpty() && SECRET.equals(facts.get("draws"))) {
            throw new GradingException("the test images of this assignment come from the course secret;"
                    + " give the file with which the class was graded (--secret-file)");
        }
    }

    /** Judge stored exchanges and times again, without running anything; the record keeps what the run left. */
    public ResultRecord recheck(ResultRecord before, List<Exchange> exchanges, List<Timing> timings) {
        Map<String, String> facts = new TreeMap<>(before.provenance().facts());
        facts.putAll(settings());
        return new ResultRecord(
                ResultRecord.SCHEMA,
                assignment.id(),
                assignment.version(),
                assignment.title(),
                before.submission(),
                before.key(),
                before.ungradable().isEmpty()
                        ? score(exchanges, timings)
                        : all(Verdict.UNGRADABLE, "unreadable", before.ungradable()),
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

    private Score score(List<Exchange> exchanges, List<Timing> timings) {
        Map<String, List<CheckResult>> results = checks.judge(exchanges, timings);
        return told.apply(Scorer.score(assignment, results, exchanges));
    }

    private Map<String, String> facts(RunTrace trace) {
        Map<String, String> facts = settings();
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
