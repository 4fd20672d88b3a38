package assay.check;

import assay.assignment.BadAssignment;
import assay.assignment.CheckSpec;
import assay.assignment.RecordBinder;
import assay.assignment.Suggestion;
import assay.assignment.Task;
import assay.check.detector.DetectorCheck;
import assay.check.graph.GraphEdgesCheck;
import assay.check.graph.SingleOperationsCheck;
import assay.check.region.RegionCheck;
import assay.check.training.AccuracyCheck;
import assay.check.training.DistinctModelsCheck;
import assay.check.training.LabelsCheck;
import assay.check.training.NonInferiorCheck;
import assay.check.training.TrainingLogCheck;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Know all check kinds by name, and bind what a grading file says to one of them. */
public final class CheckKinds {
    private static final List<CheckKind<?>> ALL = List.of(
            new CloseToCheck(),
            new TrajectoryCheck(),
            new EqualToCheck(),
            new ChoiceCheck(),
            new WitnessCheck(),
            new ReportsDegenerateCheck(),
            new RegionCheck(),
            new DetectorCheck(),
            new SingleOperationsCheck(),
            new GraphEdgesCheck(),
            new AccuracyCheck(),
            new LabelsCheck(),
            new NonInferiorCheck(),
            new TrainingLogCheck(),
            new DistinctModelsCheck(),
            new TimedCheck());

    private static final Map<String, CheckKind<?>> BY_NAME = byName();

    private CheckKinds() {}

    /** Return the names of all kinds, sorted. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** Return all kinds, by name. */
    public static List<CheckKind<?>> all() {
        return List.copyOf(BY_NAME.values());
    }

    /**
     * Bind the parameters of a criterion to its kind.
     *
     * @throws BadAssignment if the kind is unknown or the parameters do not fit it or the task
     */
    public static BoundCheck bind(CheckSpec spec, Task task) {
        CheckKind<?> kind = BY_NAME.get(spec.kind());
        if (kind == null) {
            throw new BadAssignment(
                    spec.place().file(),
                    spec.place().line("/kind"),
                    "unknown kind '" + spec.kind() + "'",
                    Suggestion.of(spec.kind(), names()));
        }
        return bind(kind, spec, task);
    }

    private static <S extends Record> BoundCheck bind(CheckKind<S> kind, CheckSpec spec, Task task) {
        S parameters = RecordBinder.bind(spec.parameters(), kind.specType(), spec.place());
        String objection = kind.objection(parameters, task);
        if (!objection.isEmpty()) {
            throw new BadAssignment(spec.place().file(), spec.place().line(""), kind.name() + ": " + objection, "");
        }
        return BoundCheck.of(kind, parameters);
    }

    private static Map<String, CheckKind<?>> byName() {
        Map<String, CheckKind<?>> byName = new TreeMap<>();
        ALL.forEach(kind -> byName.put(kind.name(), kind));
        return Collections.unmodifiableMap(byName);
    }
}
