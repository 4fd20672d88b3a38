package assay.submission;

import assay.assignment.Assignment;
import assay.assignment.BadYaml;
import assay.assignment.Field;
import assay.assignment.Suggestion;
import assay.assignment.Task;
import assay.assignment.YamlDocument;
import assay.assignment.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Read {@code answers.yaml} as data; whatever is wrong in it is a sentence with file and line, never an exception's text. */
public final class AnswersReader {
    private static final long MOST_BYTES = 1 << 20;
    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_SEARCHED = 1 << 16;
    private static final Pattern NAMED = Pattern.compile("(?m)^assignment:[ \t]*[\"']?([a-z0-9-]+)");

    private final Assignment assignment;
    private final YamlDocument document;
    private final List<String> problems = new ArrayList<>();

    private AnswersReader(Assignment assignment, YamlDocument document) {
        this.assignment = assignment;
        this.document = document;
    }

    /**
     * Read the answers of a submission; one without the file has none.
     *
     * @throws BadYaml if the file as a whole cannot be read
     */
    public static AnswersFile read(Submission submission, Assignment assignment) throws BadYaml, IOException {
        if (!submission.files().contains(Submission.ANSWERS)) {
            return AnswersFile.none();
        }
        return new AnswersReader(assignment, document(submission.folder())).read();
    }

    /** Return the assignment that the answers file in {@code folder} names, if there is such a file and it can be read. */
    public static Optional<String> assignmentOf(Path folder) throws IOException {
        try {
            JsonNode id = document(folder).root().path("assignment");
            return id.isString() ? Optional.of(id.stringValue()) : Optional.empty();
        } catch (BadYaml e) {
            return writtenIn(folder.resolve(Submission.ANSWERS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Return why the answers file in {@code folder} cannot be read, if there is one and it cannot. */
    public static Optional<String> problemOf(Path folder) throws IOException {
        try {
            document(folder);
            return Optional.empty();
        } catch (BadYaml e) {
            return Optional.of(e.where() + " " + e.problem());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Find the line that names the assignment in a file with a mistake elsewhere. */
    private static Optional<String> writtenIn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(MOST_SEARCHED), StandardCharsets.UTF_8);
            Matcher line = NAMED.matcher(start);
            return line.find() ? Optional.of(line.group(1)) : Optional.empty();
        }
    }

    private static YamlDocument document(Path folder) throws BadYaml, IOException {
        return YamlReader.read(folder.resolve(Submission.ANSWERS), Submission.ANSWERS, MOST_BYTES);
    }

    private AnswersFile read() throws BadYaml {
        JsonNode root = document.root();
        if (!root.isObject()) {
            throw new BadYaml(Submission.ANSWERS, 1, "must be a mapping with the keys 'assignment' and 'answers'");
        }
        List<String> known = List.of("assignment", "answers");
        root.propertyNames().forEach(key -> {
            if (!known.contains(key)) {
                problem(
                        "/" + escape(key),
                        assignment.task(key).isPresent()
                                ? "task '" + key + "' must stand below 'answers:', two spaces further in; "
                                        + "it has not been read"
                                : "unknown key '" + key + "'; " + Suggestion.of(key, known));
            }
        });
        String id = root.path("assignment").asString("");
        if (!id.isEmpty() && !id.equals(assignment.id())) {
            throw new BadYaml(
                    Submission.ANSWERS,
                    document.place().line("/assignment"),
                    "these are answers to '" + id + "', graded is '" + assignment.id() + "'");
        }
        return new AnswersFile(id, answers(root.path("answers")), problems);
    }

    private Map<String, Map<String, GivenAnswer>> answers(JsonNode tasks) throws BadYaml {
        Map<String, Map<String, GivenAnswer>> byTask = new LinkedHashMap<>();
        if (!tasks.isMissingNode() && !tasks.isNull() && !tasks.isObject()) {
            throw new BadYaml(
                    Submission.ANSWERS,
                    document.place().line("/answers"),
                    "'answers' must be a mapping from tasks to their answers");
        }
        List<String> known = assignment.tasks().stream().map(Task::id).toList();
        tasks.properties().forEach(entry -> {
            String pointer = "/answers/" + escape(entry.getKey());
            Optional<Task> task = assignment.task(entry.getKey());
            if (task.isEmpty()) {
                problem(pointer, "there is no task '" + entry.getKey() + "'; " + Suggestion.of(entry.getKey(), known));
            } else if (!entry.getValue().isNull()) {
                Map<String, GivenAnswer> given = fields(task.get(), entry.getValue(), pointer);
                if (!given.isEmpty()) {
                    byTask.put(entry.getKey(), given);
                }
            }
        });
        return byTask;
    }

    private Map<String, GivenAnswer> fields(Task task, JsonNode node, String pointer) {
        Map<String, GivenAnswer> given = new LinkedHashMap<>();
        List<String> known = task.answers().stream().map(Field::name).toList();
        if (!node.isObject()) {
            problem(
                    pointer,
                    "the answers to '" + task.id() + "' must be a mapping with the keys " + String.join(", ", known));
            return given;
        }
        node.properties().forEach(entry -> {
            String below = pointer + "/" + escape(entry.getKey());
            if (!known.contains(entry.getKey())) {
                problem(
                        below,
                        "task '" + task.id() + "' has no answer '" + entry.getKey() + "'; "
                                + Suggestion.of(entry.getKey(), known));
            } else if (!isBlank(entry.getValue())) {
                given.put(entry.getKey(), new GivenAnswer(entry.getValue(), where(below)));
            }
        });
        return given;
    }

    private static boolean isBlank(JsonNode node) {
        return node.isNull()
                || (node.isContainer() && node.isEmpty())
                || node.asString("x").isBlank();
    }

    private void problem(String pointer, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(where(pointer) + ": " + message.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "?"));
        } else if (problems.size() == MOST_PROBLEMS) {
            problems.add("More than " + MOST_PROBLEMS + " keys of answers.yaml are unknown.");
        }
    }

    private String where(String pointer) {
        return Submission.ANSWERS + ":" + document.place().line(pointer);
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
