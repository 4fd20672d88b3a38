package assay.grade;

import assay.api.wire.Wire;
import assay.assignment.Assignment;
import assay.assignment.CheckSpec;
import assay.assignment.Criterion;
import assay.assignment.StoredJson;
import assay.assignment.Task;
import assay.assignment.TaskGrading;
import assay.result.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Be the rules by which a class was judged, kept beside its results so that a later one can say which of them has changed.
 *
 * @param schema {@code "assay/rules/1"}
 * @param digest the digest of the assignment that they are from
 */
public record Rules(String schema, String digest, List<Rule> rules) {
    /** Name the version of this form. */
    public static final String SCHEMA = "assay/rules/1";

    private static final String FOLDER = "rules";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public Rules {
        rules = List.copyOf(rules);
    }

    /**
     * Be the rule for one criterion.
     *
     * @param kind the check kind that judges it, "" for none
     * @param keys what the grading file says, by key, as JSON; "needs" is the assignment's
     * @param questions the written cases and the number of draws, as text
     */
    public record Rule(
            String task, String criterion, double points, String kind, Map<String, String> keys, String questions) {
        public Rule {
            Objects.requireNonNull(task);
            Objects.requireNonNull(criterion);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(questions);
            keys = Collections.unmodifiableMap(new TreeMap<>(keys));
        }
    }

    /** Take the rules of {@code assignment}. */
    public static Rules of(Assignment assignment) {
        List<Rule> rules = new ArrayList<>();
        for (Task task : assignment.tasks()) {
            Optional<TaskGrading> grading = assignment.gradingOf(task.id());
            for (Criterion criterion : task.criteria()) {
                rules.add(rule(task, criterion, grading));
            }
        }
        return new Rules(SCHEMA, assignment.digest(), rules);
    }

    private static Rule rule(Task task, Criterion criterion, Optional<TaskGrading> grading) {
        Optional<CheckSpec> spec = grading.stream()
                .flatMap(one -> one.checks().stream())
                .filter(one -> one.criterion().equals(criterion.id()))
                .findFirst();
        Map<String, String> keys = new TreeMap<>();
        spec.ifPresent(one -> one.parameters()
                .propertyNames()
                .forEach(name -> keys.put(name, one.parameters().get(name).toString())));
        if (!criterion.needs().isEmpty()) {
            keys.put("needs", criterion.needs().toString());
        }
        String questions =
                grading.map(one -> one.draws() + " draws" + written(one)).orElse("");
        return new Rule(
                task.id(),
                criterion.id(),
                criterion.points(),
                spec.map(CheckSpec::kind).orElse(""),
                keys,
                questions);
    }

    private static String written(TaskGrading grading) {
        return grading.cases().stream()
                .map(one -> "; " + one.name() + " " + Wire.write(one.inputs().fields()) + " "
                        + Wire.write(one.expected().fields()))
                .collect(Collectors.joining());
    }

    /** Find the rule for one criterion. */
    public Optional<Rule> of(String task, String criterion) {
        return rules.stream()
                .filter(rule -> rule.task().equals(task) && rule.criterion().equals(criterion))
                .findFirst();
    }

    /** Keep the rules in {@code out}, beside those of earlier assignments. */
    public void keep(Path out) throws IOException {
        AtomicFile.write(file(out, digest), MAPPER.writeValueAsString(this) + "\n");
    }

    /** Find the rules of the assignment with {@code digest} in {@code out}. */
    public static Optional<Rules> find(Path out, String digest) {
        Path file = file(out, digest);
        if (digest.isEmpty() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(StoredJson.read(MAPPER, file, Rules.class, "a record of rules"))
                    .filter(rules -> digest.equals(rules.digest()));
        } catch (IOException e) {
            return Optional.empty(); // damaged or of another version: then only the digests tell what has changed
        }
    }

    private static Path file(Path out, String digest) {
        return out.resolve(FOLDER).resolve(digest.substring(0, Math.min(16, digest.length())) + ".json");
    }
}
