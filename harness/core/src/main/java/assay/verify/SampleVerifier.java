package assay.verify;

import assay.assignment.Assignment;
import assay.assignment.YamlPlace;
import assay.check.CheckResult;
import assay.check.Verdict;
import assay.grade.Grader;
import assay.result.ResultRecord;
import assay.score.TaskScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Grade the samples of an assignment and compare each verdict, cause, diagnosis and message with what is declared. */
public final class SampleVerifier {
    private final Assignment assignment;
    private final Grader grader;

    /** Verify {@code assignment} with {@code grader}. */
    public SampleVerifier(Assignment assignment, Grader grader) {
        this.assignment = assignment;
        this.grader = grader;
    }

    /** Return the records that {@code expect.yaml} is bound to: the file, then one declared result. */
    public static List<Class<? extends Record>> form() {
        return List.of(ExpectFile.class, ExpectFile.Declared.class);
    }

    /** Return the folders of all samples, by name. */
    public static List<Path> samples(Assignment assignment) throws IOException {
        Path folder = assignment.folder().resolve("private/samples");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(ExpectFile.NAME)))
                    .sorted()
                    .toList();
        }
    }

    /** Grade one sample and compare; what the sample leaves on disk goes to {@code folder}. */
    public List<Finding> verify(Path sample, Path folder) throws IOException {
        return compare(sample, grader.grade(sample, folder));
    }

    /** Compare what a sample got with what it declares. */
    public List<Finding> compare(Path sample, ResultRecord result) throws IOException {
        String name = sample.getFileName().toString();
        ExpectFile expect = ExpectFile.read(sample);
        List<Finding> findings = new ArrayList<>();
        if (!expect.ungradable().isEmpty() || !result.ungradable().isEmpty()) {
            boolean holds = !expect.ungradable().isEmpty() && says(result.ungradable(), expect.ungradable());
            findings.add(new Finding(
                    name,
                    "",
                    "",
                    Verdict.UNGRADABLE,
                    Verdict.UNGRADABLE,
                    result.ungradable(),
                    holds ? "" : "declared is that it cannot be graded because of '" + expect.ungradable() + "'"));
            return findings;
        }
        for (TaskScore task : result.score().tasks()) {
            for (CheckResult check : task.checks()) {
                findings.add(compare(name, task.task(), check, expect));
            }
        }
        findings.addAll(unknown(name, expect));
        double points = result.score().points();
        boolean excused = result.score().tasks().stream()
                .anyMatch(
                        task -> task.checks().stream().anyMatch(check -> isExcused(name, task.task(), check, expect)));
        expect.points()
                .filter(declared -> !excused)
                .filter(declared -> Math.abs(declared - points) > 1e-9)
                .ifPresent(declared -> findings.add(new Finding(
                        name,
                        "",
                        "",
                        Verdict.PASSED,
                        Verdict.WRONG,
                        "",
                        "declared are " + declared + " points, given were " + points)));
        return findings;
    }

    private static boolean isExcused(String sample, String task, CheckResult check, ExpectFile expect) {
        YamlPlace place = new YamlPlace(sample + "/" + ExpectFile.NAME, "", Map.of());
        return expect.declared(task, check.criterion(), place).excuses(check.verdict());
    }

    private Finding compare(String sample, String task, CheckResult check, ExpectFile expect) {
        YamlPlace place = new YamlPlace(sample + "/" + ExpectFile.NAME, "", Map.of());
        ExpectFile.Declared declared = expect.declared(task, check.criterion(), place);
        List<String> complaints = new ArrayList<>();
        if (declared.excuses(check.verdict())) {
            return new Finding(
                    sample, task, check.criterion(), declared.verdict(), check.verdict(), check.message(), "");
        }
        if (declared.verdict() != check.verdict()) {
            complaints.add("declared is " + declared.verdict() + ", given was " + check.verdict());
        }
        complain(complaints, "cause", declared.cause(), check.cause());
        complain(
                complaints, "diagnosis", declared.diagnosis(), check.diagnosis().id());
        String text = check.message() + " " + check.diagnosis().sentence();
        if (!says(text, declared.says())) {
            complaints.add("the message does not say '" + declared.says() + "'");
        }
        return new Finding(
                sample,
                task,
                check.criterion(),
                declared.verdict(),
                check.verdict(),
                check.message(),
                String.join("; ", complaints));
    }

    private static void complain(List<String> complaints, String what, String declared, String given) {
        if (!declared.isEmpty() && !declared.equals(given)) {
            complaints.add("declared " + what + " is '" + declared + "', given was '" + given + "'");
        }
    }

    private static boolean says(String text, String words) {
        return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private List<Finding> unknown(String sample, ExpectFile expect) {
        Set<String> known = new LinkedHashSet<>();
        assignment.tasks().forEach(task -> task.criteria().forEach(one -> known.add(task.id() + " " + one.id())));
        List<Finding> findings = new ArrayList<>();
        expect.checks()
                .forEach((task, byCriterion) -> byCriterion.keySet().forEach(criterion -> {
                    String full = task + " " + criterion;
                    if (!known.contains(full)) {
                        findings.add(new Finding(
                                sample,
                                task,
                                criterion,
                                Verdict.PASSED,
                                Verdict.NOT_JUDGED,
                                "",
                                "expect.yaml names a criterion that does not exist"));
                    }
                }));
        return findings;
    }
}
