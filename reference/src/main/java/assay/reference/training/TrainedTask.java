package assay.reference.training;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.TrainingSet;
import assay.api.Value;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.ImagePool;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.api.reference.TrainingTask;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Be one task of the sheet: how its model is trained, whatever the data are. */
abstract class TrainedTask implements TrainingTask {
    /** Share of the training images that is for validation: one in five, the last ones. */
    static final int PARTS = 5;

    private static final Set<String> PREDICTIONS = Set.of("predictions", "full-predictions", "again");
    private static final int REMEMBERED = 64;

    private final String id;

    TrainedTask(String id) {
        this.id = id;
    }

    /** Train from {@code seed} and answer for {@code images}. */
    abstract Answers train(TrainingSet training, List<byte[]> images, int seed);

    /** Train with everything that {@code inputs} hold. */
    Answers train(TrainingSet training, List<byte[]> images, Inputs inputs) {
        return train(training, images, inputs.integer("seed"));
    }

    /** Draw what the request has beside the training set, the seed and the images, which are of {@code training}'s kind. */
    Inputs extended(Inputs drawn, TrainingSet training, Draw draw) {
        return drawn;
    }

    /** Return known mistakes; {@code images} finds the images of inputs. */
    List<Mistake> mistakes(TrainingSet training, Function<Inputs, List<byte[]>> images) {
        return List.of();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Inputs draw(Draw draw) {
        throw new IllegalStateException(id + " has no data yet; write 'data:' in assignment.yaml");
    }

    @Override
    public Answers solve(Inputs inputs) {
        throw new IllegalStateException(id + " has no data yet; write 'data:' in assignment.yaml");
    }

    @Override
    public ReferenceTask on(String name, TrainingSet training, TrainingSet pool, int tests) {
        return new OnData(name, training, pool, tests);
    }

    /** Return all labels of a set. */
    static int[] labels(TrainingSet set) {
        return IntStream.range(0, set.size()).map(set::label).toArray();
    }

    /** Return all images of a set. */
    static List<byte[]> images(TrainingSet set) {
        return IntStream.range(0, set.size()).mapToObj(set::image).toList();
    }

    /** Return how many classes there are. */
    static int classes(TrainingSet set) {
        return Arrays.stream(labels(set)).max().orElse(0) + 1;
    }

    /** Return a vector of the numbers. */
    static double[] vector(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Be the task on its data. */
    private final class OnData implements ReferenceTask {
        private final String name;
        private final TrainingSet training;
        private final ImagePool pool;
        private final int tests;
        private final Map<Inputs, Answers> trained = new ConcurrentHashMap<>();

        OnData(String name, TrainingSet training, TrainingSet pool, int tests) {
            this.name = name;
            this.training = training;
            this.pool = new ImagePool(pool);
            this.tests = tests;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Inputs draw(Draw draw) {
            return extended(pool.draw(name, tests, draw), training, draw);
        }

        @Override
        public Answers solve(Inputs inputs) {
            Answers before = trained.get(inputs);
            if (before != null) {
                return before;
            }
            if (trained.size() >= REMEMBERED) {
                trained.clear();
            }
            Answers answers = train(training, pool.images(inputs), inputs);
            trained.put(inputs, answers);
            return answers;
        }

        @Override
        public Answers scale(Inputs inputs) {
            Map<String, Value> scales = new LinkedHashMap<>();
            compared(inputs, solve(inputs)).fields().byName().forEach((answer, value) -> {
                if (value instanceof Tensor tensor) {
                    scales.put(answer, tensor.map(entry -> Math.max(1, Math.abs(entry))));
                }
            });
            return Answers.of(scales);
        }

        /** Put 1 for every image whose label is predicted, and 0 for the others. */
        @Override
        public Answers compared(Inputs inputs, Answers given) {
            Map<String, Value> compared = new LinkedHashMap<>(given.fields().byName());
            compared.replaceAll((answer, value) ->
                    PREDICTIONS.contains(answer) && value instanceof Tensor tensor && tensor.rank() == 1
                            ? pool.hits(inputs, tensor)
                            : value);
            return Answers.of(compared);
        }

        @Override
        public Map<String, Claim> claims() {
            return TrainedTask.this.claims();
        }

        @Override
        public List<Mistake> mistakes() {
            return TrainedTask.this.mistakes(training, pool::images);
        }
    }
}
