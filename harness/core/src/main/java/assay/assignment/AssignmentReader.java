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
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Read an assignment folder without executing anything; every mistake names file and line and what to write instead. */
public final class AssignmentReader {
    /** Name the public description within the folder. */
    public static final String DESCRIPTION = "public/assignment.yaml";

    private static final String SELF_CHECK = "public/selfcheck.yaml";
    private static final String GRADING = "private/grading.yaml";
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
        spot.want(AssignmentFile.SCHEMA.equals(file.schema()), "/schema", "schema must be " + AssignmentFile.SCHEMA);
        String id = spot.present(file.id(), "/id", "id");
        List<Task> tasks = tasks(file, spot);
        GradingReader grading = new GradingReader(document(gradingName), tasks);
        Limits limits = file.limits() == null ? Limits.standard() : file.limits().toLimits();
        return new Assignment(
                id,
                spot.present(file.version(), "/version", "version"),
                spot.present(file.title(), "/title", "title"),
                folder,
                Digest.ofFiles(folder, List.of(DESCRIPTION, gradingName)),
                complete,
                limits,
                tasks,
                grading.read(complete));
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
        List<AssignmentFile.TaskFile> written = spot.present(file.tasks(), "", "tasks");
        for (int i = 0; i < written.size(); i++) {
            Task task = task(written.get(i), spot.below("/tasks/" + i));
            spot.want(seen.add(task.id()), "/tasks/" + i, "task '" + task.id() + "' stands here a second time");
            tasks.add(task);
        }
        return tasks;
    }

    private static Task task(AssignmentFile.TaskFile file, Spot spot) {
        String id = spot.present(file.id(), "", "id");
        spot.want(
                TASK_ID.matcher(id).matches(),
                "/id",
                "task id '" + id + "' must be lower-case words joined by - and /, such as linreg/closed-form");
        List<Criterion> criteria = new ArrayList<>();
        List<CriterionFile> written = spot.present(file.criteria(), "", "criteria");
        for (int i = 0; i < written.size(); i++) {
            criteria.add(criterion(written.get(i), criteria, spot.below("/criteria/" + i)));
        }
        return new Task(
                id,
                file.sheet() == null ? "" : file.sheet(),
                spot.present(file.title(), "", "title"),
                spot.present(file.ways(), "", "ways"),
                fields(file.inputs(), spot.below("/inputs")),
                fields(spot.present(file.answers(), "", "answers"), spot.below("/answers")),
                criteria);
    }

    private static Criterion criterion(CriterionFile file, List<Criterion> before, Spot spot) {
        String id = spot.present(file.id(), "", "id");
        List<String> needs = file.needs() == null ? List.of() : file.needs();
        for (String need : needs) {
            spot.want(
                    before.stream().anyMatch(one -> one.id().equals(need)),
                    "/needs",
                    "criterion '" + id + "' needs '" + need + "', which does not stand before it");
        }
        spot.want(
                before.stream().noneMatch(one -> one.id().equals(id)), "/id", "criterion '" + id + "' is there twice");
        double points = spot.present(file.points(), "", "points");
        spot.want(points > 0 && points < 1e6, "/points", "points must be more than 0, was " + points);
        return new Criterion(id, spot.present(file.title(), "", "title"), points, needs);
    }

    private static List<Field> fields(@Nullable Map<String, FieldFile> written, Spot spot) {
        List<Field> fields = new ArrayList<>();
        if (written != null) {
            written.forEach((name, file) -> {
                String type = spot.present(file.type(), "/" + name, "type");
                try {
                    fields.add(new Field(name, ValueType.parse(type), file.about() == null ? "" : file.about()));
                } catch (IllegalArgumentException e) {
                    throw spot.bad("/" + name, String.valueOf(e.getMessage()));
                }
            });
        }
        return fields;
    }
}
