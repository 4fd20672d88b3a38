package assay.verify;

import assay.assignment.Assignment;
import assay.assignment.BadAssignment;
import assay.assignment.BadYaml;
import assay.assignment.CheckSpec;
import assay.assignment.TaskGrading;
import assay.assignment.YamlPlace;
import assay.assignment.YamlReader;
import assay.check.CheckResult;
import assay.check.Verdict;
import assay.grade.Grader;
import assay.grade.Staging;
import assay.result.ResultRecord;
import assay.score.TaskScore;
import assay.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Collect what the published answers get wrong: grade the sample {@code published}, and read the rubric where there is one. */
public final class ErrataReader {
    private static final String SAMPLE = "private/samples/published";
    private static final int LONGEST = 600;

    private final Assignment assignment;
    private final Grader grader;

    /** Read those of {@code assignment}, graded by {@code grader}. */
    public ErrataReader(Assignment assignment, Grader grader) {
        this.assignment = assignment;
        this.grader = grader;
    }

    /** Read them; an assignment without published answers has none. */
    public Errata read() throws IOException {
        Path sample = assignment.folder().resolve(SAMPLE);
        List<Errata.Judged> judged = new ArrayList<>();
        List<String> unexplained = new ArrayList<>();
        if (Files.isRegularFile(sample.resolve(ExpectFile.NAME))) {
            ExpectFile expect = ExpectFile.read(sample);
            JsonNode answers = yaml(sample.resolve(Submission.ANSWERS)).path("answers");
            for (TaskScore task : graded(sample).score().tasks()) {
                for (CheckResult check : task.checks()) {
                    String sentence = sentence(expect, task, check);
                    if (!sentence.isEmpty()) {
                        judged.add(new Errata.Judged(
                                task.sheet(),
                                task.task(),
                                task.title(),
                                check.title(),
                                sentence,
                                answered(task, check, answers.path(task.task())),
                                check.message()));
                    } else if (check.verdict() == Verdict.WRONG) {
                        unexplained.add(task.task() + " " + check.criterion());
                    }
                }
            }
        }
        return new Errata(assignment.id(), assignment.title(), judged, prose(), unexplained);
    }

    /** Return the sentences alone, one for each fault that a check finds, for the page of the published answers. */
    public static List<String> sentences(Assignment assignment) throws IOException {
        Path sample = assignment.folder().resolve(SAMPLE);
        if (!Files.isRegularFile(sample.resolve(ExpectFile.NAME))) {
            return List.of();
        }
        ExpectFile expect = ExpectFile.read(sample);
        YamlPlace place = new YamlPlace("published/" + ExpectFile.NAME, "", Map.of());
        return assignment.tasks().stream()
                .flatMap(task -> task.criteria().stream()
                        .filter(one -> !expect.declared(task.id(), one.id(), place)
                                .erratum()
                                .isBlank())
                        .map(one -> "The published sheet, " + (task.sheet() + " " + one.title()).strip() + ": "
                                + expect.declared(task.id(), one.id(), place)
                                        .erratum()
                                        .strip()))
                .toList();
    }

    /** Return the name of the sample with the published answers. */
    public static String sample() {
        return Path.of(SAMPLE).getFileName().toString();
    }

    private ResultRecord graded(Path sample) throws IOException {
        try (Staging staging = Staging.make()) {
            return grader.grade(sample, staging.folder().resolve("published"));
        }
    }

    private static String sentence(ExpectFile expect, TaskScore task, CheckResult check) {
        YamlPlace place = new YamlPlace("published/" + ExpectFile.NAME, "", Map.of());
        return expect.declared(task.task(), check.criterion(), place).erratum().strip();
    }

    /** Return what stands in the answers file, of all answers when the check does not name one; else what computes it. */
    private String answered(TaskScore task, CheckResult check, JsonNode given) {
        if (given.isMissingNode()) {
            return "computed by the published method (" + task.source() + ")";
        }
        String name = assignment.gradingOf(task.task()).map(TaskGrading::checks).orElse(List.of()).stream()
                .filter(spec -> spec.criterion().equals(check.criterion()))
                .map(CheckSpec::parameters)
                .map(parameters -> parameters.path("answer").asString(""))
                .findFirst()
                .orElse("");
        String text = given.has(name)
                ? name + ": " + written(given.path(name))
                : given.properties().stream()
                        .map(entry -> entry.getKey() + ": " + written(entry.getValue()))
                        .collect(Collectors.joining("; "));
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
    }

    private static String written(JsonNode node) {
        if (node.isArray() && !node.isEmpty() && node.get(0).isString()) {
            return node.valueStream().map(JsonNode::asString).collect(Collectors.joining("; "));
        }
        return node.isString() ? node.stringValue() : node.toString();
    }

    private List<Errata.Prose> prose() {
        return assignment.rubric().items().stream()
                .filter(item -> !item.published().isBlank())
                .map(item -> new Errata.Prose(
                        item.sheet(), item.id(), item.title(), item.published().strip()))
                .toList();
    }

    /** Read a file of the author; nothing when it is not there. */
    private static JsonNode yaml(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return MissingNode.getInstance();
        }
        try {
            return YamlReader.read(file, file.toString(), 1 << 20).root();
        } catch (BadYaml e) {
            throw new BadAssignment(e.where(), 0, e.problem(), "");
        }
    }
}
