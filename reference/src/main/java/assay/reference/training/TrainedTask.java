package assay.reference.training;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.TrainingSet;
import assay.api.Value;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.api.reference.TrainingTask;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
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
    private static final int MOST_SEED = 1_000_000;
    /** Bytes of images in one text; base64 makes a third more of them, and a text may have 65,536 characters. */
    private static final int CHUNK_BYTES = 48_000;

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
        private final TrainingSet pool;
        private final int tests;
        private final Map<ByteBuffer, Integer> known = new ConcurrentHashMap<>();
        private final Map<Inputs, Answers> trained = new ConcurrentHashMap<>();

        OnData(String name, TrainingSet training, TrainingSet pool, int tests) {
            this.name = name;
            this.training = training;
            this.pool = pool;
            this.tests = tests;
            for (int i = 0; i < pool.size(); i++) {
                known.put(ByteBuffer.wrap(pool.image(i)), pool.label(i));
            }
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Inputs draw(Draw draw) {
            int seed = draw.integer(1, MOST_SEED);
            int[] order = IntStream.range(0, pool.size()).toArray();
            List<byte[]> images = new ArrayList<>();
            for (int i = 0; i < tests; i++) {
                int other = draw.integer(i, order.length - 1);
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
                images.add(pool.image(order[i]));
            }
            Inputs drawn =
                    Inputs.none().and(TrainingSet.NAME, name).and("seed", seed).and(TrainingSet.IMAGES, chunks(images));
            return extended(drawn, training, draw);
        }

        private List<String> chunks(List<byte[]> images) {
            int each = Math.max(1, CHUNK_BYTES / pool.imageBytes());
            List<String> chunks = new ArrayList<>();
            for (int from = 0; from < images.size(); from += each) {
                List<byte[]> some = images.subList(from, Math.min(images.size(), from + each));
                ByteBuffer joined = ByteBuffer.allocate(some.size() * pool.imageBytes());
                some.forEach(joined::put);
                chunks.add(Base64.getEncoder().encodeToString(joined.array()));
            }
            return chunks;
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
                            ? hits(pool.images(inputs), tensor)
                            : value);
            return Answers.of(compared);
        }

        private Tensor hits(List<byte[]> images, Tensor predicted) {
            double[] hits = new double[predicted.size()];
            for (int i = 0; i < Math.min(hits.length, images.size()); i++) {
                hits[i] = known.getOrDefault(ByteBuffer.wrap(images.get(i)), -1) == predicted.at(i) ? 1 : 0;
            }
            return Tensor.vector(hits);
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
