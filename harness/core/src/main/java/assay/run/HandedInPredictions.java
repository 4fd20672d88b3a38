package assay.run;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.TrainingSet;
import assay.api.Value;
import assay.api.reference.Draw;
import assay.api.reference.ImagePool;
import assay.api.reference.ReferenceTask;
import assay.assignment.Task;
import assay.assignment.TrainingData;
import assay.assignment.Way;
import assay.data.BadData;
import assay.data.DataHome;
import assay.data.DataSet;
import assay.data.DataSets;
import assay.data.ImageSet;
import assay.data.MissingData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Be what predictions are judged by that were made at home: the labels of test images which everybody gets without them.
 *
 * <p>The test images depend on the course secret alone, so that all students of a course have the same ones. Those of a drawn
 * data set are drawn from a seed that nobody can guess; those of a published one are a part of its test images, in an order
 * that nobody can guess, but their labels are published.
 */
public final class HandedInPredictions implements ReferenceTask {
    /** Name the input of the only request: the seed of the test images, 16 hex digits. */
    private static final String SEED = "test-images";

    private static final Map<String, TestImages> DRAWN = new ConcurrentHashMap<>();

    private final Task task;
    private final TrainingData data;

    HandedInPredictions(Task task, TrainingData data) {
        this.task = task;
        this.data = data;
    }

    /** Return the images of {@code task}, if predictions are handed in for it. */
    public static Optional<HandedInPredictions> of(Task task) {
        return task.ways().contains(Way.PREDICTIONS)
                ? task.data().map(data -> new HandedInPredictions(task, data))
                : Optional.empty();
    }

    /** Hold training images, test images with their labels, and a line on where they come from. */
    private record TestImages(TrainingSet training, TrainingSet tests, String description) {}

    /** Return the seeds that the test images of a course come from; students and versions of the assignment do not matter. */
    public static Seeds course(String secret, String assignment) {
        return Seeds.derive(secret, "", assignment, 0);
    }

    /** Return the request of a course. */
    static Inputs request(String task, Seeds course) {
        return Inputs.none().and(SEED, String.format("%016x", course.draws(task)));
    }

    /** Return the images to train on. */
    public TrainingSet training(Seeds course) {
        return images(request(task.id(), course)).training();
    }

    /** Return the images to classify, with labels. */
    public TrainingSet tests(Seeds course) {
        return images(request(task.id(), course)).tests();
    }

    /** Say what the images are. */
    public String description(Seeds course) {
        return images(request(task.id(), course)).description();
    }

    /** Return why there are no images, with what to do, or "". */
    String objection() {
        try {
            open(0);
            return "";
        } catch (GradingException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public String id() {
        return task.id();
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none().and(SEED, String.format("%016x", (long) draw.integer(0, Integer.MAX_VALUE - 1)));
    }

    @Override
    public Answers solve(Inputs inputs) {
        return Answers.of(task.answers().get(0).name(), labels(inputs));
    }

    @Override
    public Answers scale(Inputs inputs) {
        return Answers.of(task.answers().get(0).name(), labels(inputs).map(label -> Math.max(1, label)));
    }

    @Override
    public Answers compared(Inputs inputs, Answers given) {
        Map<String, Value> hits = new LinkedHashMap<>(given.fields().byName());
        hits.replaceAll((name, value) ->
                value instanceof Tensor tensor && tensor.rank() == 1 ? ImagePool.hits(labels(inputs), tensor) : value);
        return Answers.of(hits);
    }

    private Tensor labels(Inputs inputs) {
        TrainingSet tests = images(inputs).tests();
        return Tensor.vector(
                IntStream.range(0, tests.size()).mapToDouble(tests::label).toArray());
    }

    private TestImages images(Inputs inputs) {
        String seed = inputs.text(SEED);
        return DRAWN.computeIfAbsent(data + " " + seed, key -> open(Long.parseUnsignedLong(seed, 16)));
    }

    private TestImages open(long seed) {
        try {
            return open(DataSets.isDrawn(data.name()), seed);
        } catch (MissingData e) {
            if (!data.synthetic().isEmpty()) {
                return new HandedInPredictions(task, data.standIn()).open(seed);
            }
            throw new GradingException(String.valueOf(e.getMessage()), e);
        } catch (BadData e) {
            throw new GradingException(String.valueOf(e.getMessage()), e);
        }
    }

    private TestImages open(boolean drawn, long seed) throws MissingData, BadData {
        int wider = data.only().isEmpty() ? 1 : 20 / data.only().size();
        DataSet set = DataSets.open(data.name(), wider * data.train(), 1, DataHome.ofEnvironment());
        ImageSet all = drawn ? DataSets.draw(data.name(), seed, wider * data.test()) : shuffled(set.test(), seed);
        ImageSet train = TrainingStock.chosen(set.train(), data, data.train());
        ImageSet tests = TrainingStock.chosen(all, data, data.test());
        if (train.size() < data.train() || tests.size() < data.test()) {
            throw new GradingException("the data set " + data.name() + " has too few images: " + train.size() + " and "
                    + tests.size() + ", asked are " + data.train() + " and " + data.test());
        }
        return new TestImages(
                TrainingStock.apiSet(train),
                TrainingStock.apiSet(tests),
                (drawn ? "synthetic: drawn by Assay" : set.origin()) + "; " + train.size() + " training images, "
                        + tests.size() + " test images");
    }

    private static ImageSet shuffled(ImageSet all, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = IntStream.range(0, all.size()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return all.subset(order);
    }
}
