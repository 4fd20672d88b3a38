package assay.run;

import assay.api.TrainingSet;
import assay.api.reference.ReferenceTask;
import assay.api.reference.TrainingTask;
import assay.assignment.Assignment;
import assay.assignment.Task;
import assay.assignment.TrainingData;
import assay.data.BadData;
import assay.data.DataHome;
import assay.data.DataSet;
import assay.data.DataSets;
import assay.data.ImageSet;
import assay.data.MissingData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Open the data sets that the tasks of an assignment train on, and keep apart what a child may read (the training images and
 * labels) from what it never sees (the pool of test images and their labels).
 */
public final class TrainingRoom {
    /** How many test images the pool of a drawn data set has for each one of a request. */
    private static final int POOL = 8;

    /** Where only some classes are used, this many times as many images are drawn, which is more than enough. */
    private static final int SPARE = 2;

    private static final Map<TrainingData, Opened> OPENED = new ConcurrentHashMap<>();

    private final Map<String, Opened> byTask = new TreeMap<>();

    private TrainingRoom() {}

    /** Hold one data set, as a task asks for it. */
    private record Opened(TrainingData asked, TrainingSet training, TrainingSet pool, String description) {}

    /**
     * Open all data sets of {@code assignment}; without any this costs nothing.
     *
     * @throws GradingException if one is missing and nothing stands in, or is too small; the message says what to do
     */
    public static TrainingRoom of(Assignment assignment) {
        TrainingRoom room = new TrainingRoom();
        for (Task task : assignment.tasks()) {
            task.data().ifPresent(data -> room.byTask.put(task.id(), OPENED.computeIfAbsent(data, TrainingRoom::open)));
        }
        return room;
    }

    /** Return {@code reference}, on its data where it trains. */
    Optional<ReferenceTask> on(ReferenceTask reference) {
        if (!(reference instanceof TrainingTask task)) {
            return Optional.of(reference);
        }
        return Optional.ofNullable(byTask.get(task.id()))
                .map(one -> task.on(
                        one.asked().folder(),
                        one.training(),
                        one.pool(),
                        one.asked().test()));
    }

    /** Return whether the task trains. */
    public boolean trains(String task) {
        return byTask.containsKey(task);
    }

    /** Return what children may read. */
    TrainingFiles files() {
        TreeMap<String, TrainingSet> sets = new TreeMap<>();
        Map<String, String> descriptions = new TreeMap<>();
        for (Opened one : byTask.values()) {
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

    private static Opened open(TrainingData data) {
        DataSet set = find(data);
        ImageSet train = chosen(set.train(), data, data.train());
        ImageSet pool = chosen(set.test(), data, Integer.MAX_VALUE);
        if (train.size() < data.train() || pool.size() < data.test()) {
            throw new GradingException("the data set " + set.name() + " has " + train.size() + " training images and "
                    + pool.size() + " test images of the classes that a task uses; it must have " + data.train()
                    + " and " + data.test());
        }
        String description = set.origin() + "; " + train.size() + " training images [" + train.channels() + ", "
                + train.height() + ", " + train.width() + "]"
                + (data.only().isEmpty() ? "" : ", classes " + data.only() + " labelled from 0")
                + "; sha256 of the whole "
                + set.sha256();
        return new Opened(data, apiSet(train), apiSet(pool), description);
    }

    private static DataSet find(TrainingData data) {
        int wider = data.only().isEmpty() ? 1 : SPARE * 10 / data.only().size();
        try {
            return open(data.name(), data, wider);
        } catch (MissingData e) {
            if (data.synthetic().isEmpty()) {
                throw new GradingException(String.valueOf(e.getMessage()), e);
            }
            try {
                return open(data.synthetic(), data, wider);
            } catch (MissingData | BadData again) {
                throw new GradingException(String.valueOf(again.getMessage()), again);
            }
        } catch (BadData e) {
            throw new GradingException(String.valueOf(e.getMessage()), e);
        }
    }

    private static DataSet open(String name, TrainingData data, int wider) throws MissingData, BadData {
        return DataSets.open(name, wider * data.train(), wider * POOL * data.test(), DataHome.ofEnvironment());
    }

    /** Take the first images of the classes that are used, and number these anew. */
    private static ImageSet chosen(ImageSet all, TrainingData data, int most) {
        List<Integer> only = data.only();
        int[] indices = IntStream.range(0, all.size())
                .filter(i -> only.isEmpty() || only.contains((int) all.labels()[i]))
                .limit(most)
                .toArray();
        ImageSet some = all.subset(indices);
        if (only.isEmpty()) {
            return some;
        }
        byte[] labels = new byte[some.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) only.indexOf((int) some.labels()[i]);
        }
        return new ImageSet(some.channels(), some.height(), some.width(), only.size(), some.pixels(), labels);
    }

    private static TrainingSet apiSet(ImageSet set) {
        return TrainingSet.of(set.channels(), set.height(), set.width(), set.pixels(), set.labels());
    }
}
