package assay.verify;

import assay.assignment.Assignment;
import assay.assignment.Suggestion;
import assay.assignment.Task;
import assay.check.CheckResult;
import assay.check.Verdict;
import assay.grade.GradeOptions;
import assay.grade.Grader;
import assay.grade.Staging;
import assay.result.ResultRecord;
import assay.run.References;
import assay.run.Sandbox;
import assay.score.TaskScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Verify an assignment as law 7 asks: samples, starter, reference, answers made up right and wrong, many draws. */
public final class Verification {
    private static final String STUDENT = "verification";
    /** Name the sample that is right in everything. */
    private static final String REFERENCE = "reference";

    private final Assignment assignment;
    private final References references;
    private final Grader grader;
    private final Optional<Grader> open;

    /**
     * Verify {@code assignment}, running its samples in {@code sandbox}.
     *
     * @param open the assignment as students have it, if they have checks
     */
    public Verification(
            Assignment assignment,
            Optional<Assignment> open,
            References references,
            Sandbox sandbox,
            GradeOptions options) {
        this.assignment = assignment;
        this.references = references;
        this.grader = new Grader(assignment, references, sandbox, options);
        this.open = open.map(one -> new Grader(one, references, sandbox, options));
    }

    /** Verify what needs no sandbox: made-up answers, and {@code draws} draws of each task. */
    public static Verified madeUp(Assignment assignment, References references, int draws, Consumer<String> progress) {
        Benches benches = new Benches(assignment, references, STUDENT);
        progress.accept("reference, made-up answers and known mistakes");
        List<TaskFindings> tried = benches.each(AnswersVerifier::verify);
        progress.accept(draws + " draws of each task");
        List<Optional<DrawsVerifier.Drawn>> drawn =
                benches.each(bench -> DrawsVerifier.verify(bench, assignment, benches.seeds(), draws));
        List<Finding> findings = new ArrayList<>();
        Map<String, TaskCount> counts = new LinkedHashMap<>();
        assignment.tasks().forEach(task -> counts.put(task.id(), TaskCount.none(task.id())));
        for (TaskFindings task : tried) {
            findings.addAll(task.findings());
            counts.merge(task.count().task(), task.count(), TaskCount::plus);
        }
        List<DrawCount> drawCounts = new ArrayList<>();
        for (Optional<DrawsVerifier.Drawn> one : drawn) {
            one.ifPresent(task -> {
                findings.addAll(task.findings());
                drawCounts.add(task.count());
                TaskCount rejected = new TaskCount("", 0, task.count().rejected(), 0, 0, 0, 0);
                counts.merge(task.count().task(), rejected, TaskCount::plus);
            });
        }
        return new Verified(findings, List.copyOf(counts.values()), drawCounts);
    }

    /** Verify everything; {@code progress} hears of each step. */
    public Verified all(int draws, Consumer<String> progress) throws IOException {
        Verified madeUp = madeUp(assignment, references, draws, progress);
        List<Finding> findings = new ArrayList<>(madeUp.findings());
        List<TaskCount> counts = new ArrayList<>(madeUp.counts());
        try (Staging staging = Staging.make()) {
            Path starter = assignment.folder().resolve("public/starter");
            if (Files.isDirectory(starter)) {
                progress.accept("untouched starter");
                findings.addAll(starter(grader.grade(starter, staging.folder().resolve("starter"))));
            }
            SampleVerifier samples = new SampleVerifier(assignment, grader);
            for (Path sample : SampleVerifier.samples(assignment)) {
                progress.accept("sample " + sample.getFileName());
                List<Finding> found = samples.verify(sample, staging.folder().resolve("sample"));
                findings.addAll(found);
                if (open.isPresent() && sample.endsWith(REFERENCE)) {
                    findings.addAll(
                            SelfCheckVerifier.sample(sample, staging.folder().resolve("open"), open.get()));
                }
                counts.replaceAll(count -> count.plus(SampleCounts.of(task(count.task()), found)));
            }
        }
        return new Verified(findings, counts, madeUp.draws());
    }

    private Task task(String id) {
        return assignment.task(id).orElseThrow();
    }

    /**
     * Verify the samples called {@code names} only.
     *
     * @throws IllegalArgumentException if there is no sample of that name
     */
    public List<Finding> samples(List<String> names, Consumer<String> progress) throws IOException {
        Map<String, Path> known = new TreeMap<>();
        SampleVerifier.samples(assignment)
                .forEach(sample -> known.put(sample.getFileName().toString(), sample));
        for (String name : names) {
            if (!known.containsKey(name)) {
                throw new IllegalArgumentException("there is no sample '" + name + "' of '" + assignment.id() + "'; "
                        + Suggestion.of(name, known.keySet()));
            }
        }
        List<Finding> findings = new ArrayList<>();
        try (Staging staging = Staging.make()) {
            SampleVerifier samples = new SampleVerifier(assignment, grader);
            for (String name : names) {
                progress.accept("sample " + name);
                Path sample = Objects.requireNonNull(known.get(name));
                findings.addAll(samples.verify(sample, staging.folder().resolve("sample")));
            }
        }
        return findings;
    }

    private static List<Finding> starter(ResultRecord result) {
        List<Finding> findings = new ArrayList<>();
        if (!result.ungradable().isEmpty() || !result.notes().isEmpty()) {
            String why = result.ungradable() + String.join("; ", result.notes());
            findings.add(new Finding(
                    "starter", "", "", Verdict.MISSING, Verdict.UNGRADABLE, why, "the starter must be readable"));
        }
        for (TaskScore task : result.score().tasks()) {
            for (CheckResult check : task.checks()) {
                boolean holds = check.verdict() == Verdict.MISSING;
                findings.add(new Finding(
                        "starter",
                        task.task(),
                        check.criterion(),
                        Verdict.MISSING,
                        check.verdict(),
                        check.message(),
                        holds ? "" : "an untouched starter must count as not answered"));
            }
        }
        return findings;
    }
}
