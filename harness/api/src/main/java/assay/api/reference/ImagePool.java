package assay.api.reference;

import assay.api.Inputs;
import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.TrainingSet;
import assay.api.Value;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Hold the images that requests are drawn from, with labels that no request carries. Labels leave it only as hits: 1 for an
 * image whose label is predicted, else 0.
 */
public final class ImagePool {
    private static final int MOST_SEED = 1_000_000;

    /** Bytes of images in one text; base64 makes a third more of them, and a text may have 65,536 characters. */
    private static final int CHUNK_BYTES = 48_000;

    private final TrainingSet images;
    private final Map<ByteBuffer, Integer> places = new HashMap<>();

    /** Hold {@code images}. */
    public ImagePool(TrainingSet images) {
        this.images = images;
        for (int i = 0; i < images.size(); i++) {
            places.putIfAbsent(ByteBuffer.wrap(images.image(i)), i);
        }
    }

    /** Draw what a task that trains is given: the name of the training set, a seed, and {@code count} different images. */
    public Inputs draw(String training, int count, Draw draw) {
        int seed = draw.integer(1, MOST_SEED);
        int[] order = IntStream.range(0, images.size()).toArray();
        for (int i = 0; i < count; i++) {
            int other = draw.integer(i, order.length - 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return Inputs.none()
                .and(TrainingSet.NAME, training)
                .and("seed", seed)
                .and(TrainingSet.IMAGES, texts(IntStream.of(order).limit(count).toArray()));
    }

    /** Return the images at {@code indices} as a request brings them. */
    public Sequence texts(int... indices) {
        int each = Math.max(1, CHUNK_BYTES / images.imageBytes());
        List<Value> texts = new ArrayList<>();
        for (int from = 0; from < indices.length; from += each) {
            int to = Math.min(indices.length, from + each);
            ByteBuffer joined = ByteBuffer.allocate((to - from) * images.imageBytes());
            for (int i = from; i < to; i++) {
                joined.put(images.image(indices[i]));
            }
            texts.add(new Text(Base64.getEncoder().encodeToString(joined.array())));
        }
        return new Sequence(texts);
    }

    /** Return the images of a request. */
    public List<byte[]> images(Inputs inputs) {
        return images.images(inputs);
    }

    /** Return where the images of a request stand in the pool; -1 for one that does not. */
    public int[] indices(Inputs inputs) {
        return images(inputs).stream()
                .mapToInt(image -> places.getOrDefault(ByteBuffer.wrap(image), -1))
                .toArray();
    }

    /** Return the labels of the images of a request; for the judge alone. */
    public Tensor labels(Inputs inputs) {
        return Tensor.vector(IntStream.of(indices(inputs))
                .mapToDouble(place -> place < 0 ? -1 : images.label(place))
                .toArray());
    }

    /** Return 1 for every image of a request whose label is predicted, 0 for the others and for what is too much. */
    public Tensor hits(Inputs inputs, Tensor predicted) {
        return hits(labels(inputs), predicted);
    }

    /** Return 1 where a prediction is the label, else 0. */
    public static Tensor hits(Tensor labels, Tensor predicted) {
        double[] hits = new double[predicted.size()];
        for (int i = 0; i < Math.min(hits.length, labels.size()); i++) {
            hits[i] = labels.at(i) == predicted.at(i) ? 1 : 0;
        }
        return Tensor.vector(hits);
    }
}
