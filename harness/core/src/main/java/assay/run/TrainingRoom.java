package assay.run;

import assay.api.Fields;
import assay.api.Inputs;
import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.TrainingSet;
import assay.api.Value;
import assay.api.reference.ImagePool;
import assay.api.reference.ReferenceTask;
import assay.api.reference.TrainingTask;
import assay.assignment.Assignment;
import assay.assignment.Task;
import assay.assignment.Way;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Hold the data of the tasks that train: a child may read the training images and labels, and never sees the pool of test
 * images and their labels. Where the private grading is not there the images are others, for practice.
 */
public final class TrainingRoom {
    private static final String POOL = "pool";
    private static final String PLACES = "places";

    private final Map<String, TrainingStock> byTask = new TreeMap<>();
    private final Map<String, String> missing = new TreeMap<>();

    private TrainingRoom() {}

    /** Open all data sets of {@code assignment}, each once in the life of the program; without any this costs nothing. */
    public static TrainingRoom of(Assignment assignment) {
        TrainingRoom room = new TrainingRoom();
        for (Task task : assignment.tasks()) {
            if (task.data().isPresent() && !task.ways().contains(Way.PREDICTIONS)) {
                try {
                    room.byTask.put(task.id(), TrainingStock.of(task.data().get(), !assignment.complete()));
                } catch (GradingException e) {
                    room.missing.put(task.id(), String.valueOf(e.getMessage()));
                }
            }
        }
        return room;
    }

    /** Return the room of an assignment in which nothing is trained. */
    public static TrainingRoom none() {
        return new TrainingRoom();
    }

    /** Return the reference of a task on its data: the one that practises, or {@code known} where it trains. */
    Optional<ReferenceTask> on(Task task, Optional<ReferenceTask> known) {
        TrainingStock stock = byTask.get(task.id());
        if (stock == null) {
            return missing.containsKey(task.id()) ? Optional.empty() : known;
        }
        if (stock.practice()) {
            return Optional.of(new Practice(task, stock));
        }
        return known.map(one -> one instanceof TrainingTask training
                ? training.on(
                        stock.asked().folder(),
                        stock.training(),
                        stock.pool(),
                        stock.asked().test())
                : one);
    }

    /** Return whether the task trains. */
    public boolean trains(String task) {
        return byTask.containsKey(task);
    }

    /** Return the tasks whose data are not there, each with a sentence that says what to do. */
    public Map<String, String> missing() {
        return Map.copyOf(missing);
    }

    /** Return what children may read. */
    TrainingFiles files() {
        TreeMap<String, TrainingSet> sets = new TreeMap<>();
        Map<String, String> descriptions = new TreeMap<>();
        for (TrainingStock one : byTask.values()) {
            sets.put(one.asked().folder(), one.training());
            descriptions.put(one.asked().folder(), one.description());
        }
        return new TrainingFiles(sets, descriptions);
    }

    /** Return what was trained on, for records and reports: by the name of the training set. */
    public Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        byTask.values().forEach(one -> facts.put("data." + one.asked().folder(), one.description()));
        return facts;
    }

    /** Return what a reader must know of the images, in sentences. */
    public List<String> notes() {
        return byTask.values().stream().anyMatch(TrainingStock::practice)
                ? List.of(
                        "The models were trained and tried on images that are drawn for practice. The graded images are others,"
                                + " so the accuracy will be another there.")
                : List.of();
    }

    /** Put in place of images of the pool where they stand in it, so that a plan carries no pixels. */
    Inputs shelved(String task, Inputs inputs) {
        TrainingStock stock = byTask.get(task);
        if (stock == null || !(inputs.fields().get(TrainingSet.IMAGES).orElse(Fields.none()) instanceof Sequence)) {
            return inputs;
        }
        int[] places = stock.images().indices(inputs);
        if (Arrays.stream(places).anyMatch(place -> place < 0)) {
            return inputs;
        }
        Map<String, Value> shelf = new LinkedHashMap<>();
        shelf.put("data", new Text(stock.asked().name()));
        shelf.put(POOL, new Text(stock.sha256()));
        shelf.put(PLACES, Tensor.vector(Arrays.stream(places).asDoubleStream().toArray()));
        return with(inputs, new Fields(shelf));
    }

    /**
     * Put back the images that {@link #shelved} took out.
     *
     * @throws GradingException if they are not here; the message says which are missing
     */
    Inputs fetched(String task, Inputs inputs) {
        if (!(inputs.fields().get(TrainingSet.IMAGES).orElse(null) instanceof Fields shelf)
                || !(shelf.get(PLACES).orElse(null) instanceof Tensor places)) {
            return inputs;
        }
        String name = shelf.get("data").orElse(null) instanceof Text text ? text.text() : "";
        String wanted = shelf.get(POOL).orElse(null) instanceof Text text ? text.text() : "";
        TrainingStock stock = byTask.get(task);
        if (stock == null || !stock.sha256().equals(wanted)) {
            throw new GradingException("task " + task + " was graded with other images of '" + name
                    + "' (sha256 of the pool " + wanted + ") than are here ("
                    + (stock == null ? missing.getOrDefault(task, "none") : stock.sha256())
                    + "); set ASSAY_DATA as it was then");
        }
        ImagePool pool = stock.images();
        return with(
                inputs,
                pool.texts(Arrays.stream(places.toArray())
                        .mapToInt(place -> (int) place)
                        .toArray()));
    }

    private static Inputs with(Inputs inputs, Value images) {
        Map<String, Value> other = new LinkedHashMap<>(inputs.fields().byName());
        other.put(TrainingSet.IMAGES, images);
        return Inputs.of(other);
    }
}
