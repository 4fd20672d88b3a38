package assay.grade;

import assay.assignment.Assignment;
import assay.assignment.Suggestion;
import assay.check.CheckResult;
import assay.check.Verdict;
import assay.result.ResultRecord;
import assay.run.References;
import assay.run.Sandbox;
import assay.score.TaskScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Verify an assignment as law 7 asks: samples, starter, reference, thoughtless answers. */
public final class Verification {
    private final Assignment assignment;
    private final References references;
    private final Grader grader;

    /** Verify {@code assignment}, running its samples in {@code sandbox}. */
    public Verification(Assignment assignment, References references, Sandbox sandbox, GradeOptions options) {
        this.assignment = assignment;
        this.references = references;
        this.grader = new Grader(assignment, references, sandbox, options);
    }

    /** Verify everything; {@code progress} hears of each step. */
    public List<Finding> all(Consumer<String> progress) throws IOException {
        List<Finding> findings = new ArrayList<>();
        progress.accept("reference and thoughtless answers");
        findings.addAll(new TrivialVerifier(assignment, references).verify("verification"));
        try (Staging staging = Staging.make()) {
            Path starter = assignment.folder().resolve("public/starter");
            if (Files.isDirectory(starter)) {
                progress.accept("untouched starter");
                findings.addAll(starter(grader.grade(starter, staging.folder().resolve("starter"))));
            }
            findings.addAll(samples(SampleVerifier.samples(assignment), staging, progress));
        }
        return findings;
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
        try (Staging staging = Staging.make()) {
            return samples(names.stream().map(known::get).toList(), staging, progress);
        }
    }

    private List<Finding> samples(List<Path> chosen, Staging staging, Consumer<String> progress) throws IOException {
        SampleVerifier samples = new SampleVerifier(assignment, grader);
        List<Finding> findings = new ArrayList<>();
        for (Path sample : chosen) {
            progress.accept("sample " + sample.getFileName());
            findings.addAll(samples.verify(sample, staging.folder().resolve("sample")));
        }
        return findings;
    }

    private static List<Finding> starter(ResultRecord result) {
        List<Finding> findings = new ArrayList<>();
        if (!result.ungradable().isEmpty() || !result.notes().isEmpty()) {
            String why = result.ungradable() + String.join("; ", result.notes());
            findings.add(new Finding("starter", "", false, Verdict.UNGRADABLE, why, "the starter must be readable"));
        }
        for (TaskScore task : result.score().tasks()) {
            for (CheckResult check : task.checks()) {
                boolean holds = check.verdict() == Verdict.MISSING;
                findings.add(new Finding(
                        "starter",
                        task.task() + " " + check.criterion(),
                        holds,
                        check.verdict(),
                        check.message(),
                        holds ? "" : "an untouched starter must count as not answered"));
            }
        }
        return findings;
    }
}
