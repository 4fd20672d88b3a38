package assay.assignment;

import assay.assignment.AssignmentFile.CriterionFile;
import assay.assignment.AssignmentFile.FieldFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Read an assignment folder without executing anything; every mistake names file and line and what to write instead. */
public final class AssignmentReader {
    /** Name the public description within the folder. */
    public static final String DESCRIPTION = "public/assignment.yaml";

    private static final String SELF_CHECK = "public/selfcheck.yaml";
    private static final String GRADING = "private/grading.yaml";
    /** Name the folder of the timed references, one program for each language, within an assignment. */
    public static final String TIMING = "private/timing";

    private static final String RUBRIC = "private/rubric.yaml";
    private static final long MOST_BYTES = 4 << 20;
    private static final Pattern TASK_ID = Pattern.compile("[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)*");

    private final Path folder;

    private AssignmentReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Read the assignment in {@code folder}: with the private grading when it is there and wanted, else with the self-check.
     *
     * @throws BadAssignment if anything in the files is not as it must be
     */
    public static Assignment read(Path folder, boolean preferPrivate) {
        return new AssignmentReader(folder).read(preferPrivate);
    }

    private Assignment read(boolean preferPrivate) {
        boolean complete = preferPrivate && Files.isRegularFile(folder.resolve(GRADING));
        String gradingName = complete ? GRADING : SELF_CHECK;
        YamlDocument description = document(DESCRIPTION);
        AssignmentFile file = RecordBinder.bind(description.root(), AssignmentFile.class, description.place());
        Spot spot = new Spot(description.place());
        spot.key("schema").want(file.schema().equals(AssignmentFile.SCHEMA), "schema must be " + AssignmentFile.SCHEMA);
        spot.want(!file.tasks().isEmpty(), "key 'tasks' must list at least one task");
        List<Task> tasks = tasks(file, spot.key("tasks"));
        return new Assignment(
                file.id(),
                file.version(),
                file.title(),
                folder,
                Digest.ofFiles(folder, deciding(gradingName, complete)),
                complete,
                file.limits().toLimits(),
                tasks,
                new GradingReader(document(gradingName), tasks).read(complete),
                complete && Files.isRegularFile(folder.resolve(RUBRIC))
                        ? new RubricReader().read(document(RUBRIC))
                        : Rubric.none());
    }

    /** Return the files that decide verdicts: the timed references among them. */
    private List<String> deciding(String grading, boolean complete) {
        List<String> names = new ArrayList<>(List.of(DESCRIPTION, grading));
        Path timing = folder.resolve(TIMING);
        if (complete && Files.isDirectory(timing)) {
            try (Stream<Path> files = Files.list(timing)) {
                files.filter(Files::isRegularFile)
                        .map(file -> TIMING + "/" + file.getFileName())
                        .sorted()
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    private YamlDocument document(String name) {
        Path path = folder.resolve(name);
        if (!Files.isRegularFile(path)) {
            throw new BadAssignment(path.toString(), 0, "there is no such file", "an assignment folder must have it");
        }
        try {
            return YamlReader.read(path, path.toString(), MOST_BYTES);
        } catch (BadYaml e) {
            throw new BadAssignment(e.where(), 0, e.problem(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Task> tasks(AssignmentFile file, Spot spot) {
        List<Task> tasks = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < file.tasks().size(); i++) {
            Spot here = spot.below("/" + i);
            Task task = task(file.tasks().get(i), file.libraries(), here);
            here.want(seen.add(task.id()), "task '" + task.id() + "' stands here a second time");
            tasks.add(task);
        }
        return tasks;
    }

    private static Task task(AssignmentFile.TaskFile file, List<Library> ofAll, Spot spot) {
        spot.key("id")
                .want(
                        TASK_ID.matcher(file.id()).matches(),
                        "task id '" + file.id()
                                + "' must be lower-case words joined by - and /, such as linreg/closed-form");
        spot.want(!file.ways().isEmpty(), "key 'ways' must list at least one of answers, formula, code, predictions");
        spot.want(!file.answers().isEmpty(), "key 'answers' must name at least one answer");
        spot.want(!file.criteria().isEmpty(), "key 'criteria' must list at least one criterion");
        predictions(file, spot.key("ways"));
        List<Criterion> criteria = new ArrayList<>();
        for (int i = 0; i < file.criteria().size(); i++) {
            criteria.add(criterion(file.criteria().get(i), criteria, spot.below("/criteria/" + i)));
        }
        return new Task(
                file.id(),
                file.sheet(),
                file.title(),
                file.ways(),
                fields(file.inputs(), spot.key("inputs")),
                fields(file.answers(), spot.key("answers")),
                criteria,
                data(file, spot.key("data")),
                libraries(file, ofAll, spot.key("libraries")));
    }

    /** Labels are handed in for images that all students have: nothing is asked, and nothing else is answered. */
    private static void predictions(AssignmentFile.TaskFile file, Spot spot) {
        if (file.ways().contains(Way.PREDICTIONS)) {
            spot.want(file.ways().size() == 1, "a task with the way 'predictions' must have no other way");
            spot.want(file.data().isPresent(), "a task with the way 'predictions' must have 'data'");
            spot.want(file.inputs().isEmpty(), "a task with the way 'predictions' must have no inputs");
            spot.want(file.answers().size() == 1, "a task with the way 'predictions' must have one answer, the labels");
        }
    }

    private static Optional<TrainingData> data(AssignmentFile.TaskFile file, Spot spot) {
        try {
            return file.data().map(AssignmentFile.DataFile::toData);
        } catch (IllegalArgumentException e) {
            throw spot.bad(String.valueOf(e.getMessage()), "");
        }
    }

    private static List<Library> libraries(AssignmentFile.TaskFile file, List<Library> ofAll, Spot spot) {
        boolean code = file.ways().contains(Way.CODE);
        spot.want(
                code || file.libraries().isEmpty(),
                "key 'libraries' is for code; the key 'ways' of the task must list code, or 'libraries' must go");
        Set<Library> libraries = new TreeSet<>(code ? ofAll : List.of());
        libraries.addAll(file.libraries());
        return List.copyOf(libraries);
    }

    private static Criterion criterion(CriterionFile file, List<Criterion> before, Spot spot) {
        List<String> earlier = before.stream().map(Criterion::id).toList();
        for (String need : file.needs()) {
            spot.key("needs")
                    .want(
                            earlier.contains(need),
                            "criterion '" + file.id() + "' needs '" + need + "', which does not stand before it");
        }
        spot.key("id").want(!earlier.contains(file.id()), "criterion '" + file.id() + "' is there twice");
        spot.key("points")
                .want(file.points() > 0 && file.points() < 1e6, "points must be more than 0, was " + file.points());
        return new Criterion(file.id(), file.title(), file.points(), file.needs());
    }

    private static List<Field> fields(Map<String, FieldFile> written, Spot spot) {
        List<Field> fields = new ArrayList<>();
        written.forEach((name, file) -> {
            try {
                fields.add(new Field(name, ValueType.parse(file.type()), file.about()));
            } catch (IllegalArgumentException e) {
                throw spot.key(name).key("type").bad(String.valueOf(e.getMessage()), "");
            }
        });
        return fields;
    }
}
