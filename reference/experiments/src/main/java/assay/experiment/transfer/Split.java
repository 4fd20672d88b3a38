package assay.experiment.transfer;

import assay.data.ImageSet;
import assay.experiment.image.Shuffle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Split images so that every class has the same share in both parts, up to whole images.
 *
 * @param train indices that are trained on
 * @param heldOut the other ones
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read by one training
record Split(int[] train, int[] heldOut) {
    /** Draw the subset from one seed whatever the seed of the training is, so that its features are computed once. */
    private static final long SUBSET_SEED = 1;

    /** Take {@code count} of the images, each class by its share; all of them in their order where {@code count} is not less. */
    static ImageSet subset(ImageSet images, int count) {
        if (count >= images.size()) {
            return images;
        }
        int[] taken = of(images, (double) count / images.size(), SUBSET_SEED).train();
        Arrays.sort(taken);
        return images.subset(taken);
    }

    /** Split {@code images} into {@code share} and the rest, drawn from {@code seed}. */
    static Split of(ImageSet images, double share, long seed) {
        Shuffle shuffle = new Shuffle(seed);
        int[][] byClass = new int[images.classes()][];
        for (int k = 0; k < byClass.length; k++) {
            int label = k;
            byClass[k] = IntStream.range(0, images.size())
                    .filter(i -> images.labels()[i] == label)
                    .toArray();
            shuffle.shuffle(byClass[k]);
        }
        int[] taken = shares(byClass, share, (int) Math.floor(share * images.size()));
        IntStream train = IntStream.empty();
        IntStream rest = IntStream.empty();
        for (int k = 0; k < byClass.length; k++) {
            train = IntStream.concat(train, Arrays.stream(byClass[k], 0, taken[k]));
            rest = IntStream.concat(rest, Arrays.stream(byClass[k], taken[k], byClass[k].length));
        }
        return new Split(train.toArray(), rest.toArray());
    }

    /** Divide {@code total} among the classes by largest remainder. */
    private static int[] shares(int[][] byClass, double share, int total) {
        int[] taken = Arrays.stream(byClass)
                .mapToInt(one -> (int) Math.floor(share * one.length))
                .toArray();
        List<Integer> order = new ArrayList<>();
        for (int k = 0; k < taken.length; k++) {
            order.add(k);
        }
        order.sort(Comparator.comparingDouble(k -> Math.floor(share * byClass[k].length) - share * byClass[k].length));
        int left = total - Arrays.stream(taken).sum();
        for (int k : order) {
            if (left > 0 && taken[k] < byClass[k].length) {
                taken[k]++;
                left--;
            }
        }
        return taken;
    }
}
