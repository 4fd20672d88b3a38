package assay.run;

import assay.api.TrainingSet;
import assay.api.reference.ImagePool;
import assay.assignment.Digest;
import assay.assignment.TrainingData;
import assay.data.BadData;
import assay.data.DataHome;
import assay.data.DataSet;
import assay.data.DataSets;
import assay.data.ImageSet;
import assay.data.MissingData;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Hold one data set as a task asks for it.
 *
 * @param pool the images that requests are drawn from
 * @param images the same, searchable
 * @param sha256 over the pool
 * @param practice whether nothing of it is graded
 */
record TrainingStock(
        TrainingData asked,
        TrainingSet training,
        TrainingSet pool,
        ImagePool images,
        String sha256,
        String description,
        boolean practice) {
    /** How many test images the pool of a drawn data set has for each one of a request. */
    private static final int POOL = 8;

    /** Where only some classes are used, this many times as many images are drawn, which is more than enough. */
    private static final int SPARE = 2;

    private static final Map<Key, TrainingStock> OPENED = new ConcurrentHashMap<>();

    private record Key(TrainingData asked, boolean practice) {}

    /**
     * Open it, once in the life of the program.
     *
     * @throws GradingException if it is missing and nothing stands in, or is too small; the message says what to do
     */
    static TrainingStock of(TrainingData asked, boolean practice) {
        return OPENED.computeIfAbsent(new Key(asked, practice), key -> open(asked, practice));
    }

    private static TrainingStock open(TrainingData data, boolean practice) {
        DataSet set = find(data, practice);
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
        TrainingSet tests = apiSet(pool);
        return new TrainingStock(data, apiSet(train), tests, new ImagePool(tests), digest(pool), description, practice);
    }

    private static String digest(ImageSet set) {
        Digest digest = new Digest();
        digest.add("pixels", set.pixels());
        digest.add("labels", set.labels());
        return digest.hex();
    }

    private static DataSet find(TrainingData data, boolean practice) {
        int wider = data.only().isEmpty() ? 1 : SPARE * 10 / data.only().size();
        int train = wider * data.train();
        int test = wider * POOL * data.test();
        try {
            return practice ? DataSets.practice(data.name(), train, test) : open(data, train, test);
        } catch (MissingData | BadData e) {
            throw new GradingException(String.valueOf(e.getMessage()), e);
        }
    }

    private static DataSet open(TrainingData data, int train, int test) throws MissingData, BadData {
        DataHome home = DataHome.ofEnvironment();
        try {
            return DataSets.open(data.name(), train, test, home);
        } catch (MissingData e) {
            if (data.synthetic().isEmpty()) {
                throw e;
            }
            return DataSets.open(data.synthetic(), train, test, home);
        }
    }

    /** Take the first images of the classes that are used, and number these anew. */
    static ImageSet chosen(ImageSet all, TrainingData data, int most) {
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

    static TrainingSet apiSet(ImageSet set) {
        return TrainingSet.of(set.channels(), set.height(), set.width(), set.pixels(), set.labels());
    }
}
