package assay.check.detector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Hold what a detector says of every image it was tried on. */
final class Survey {
    private final Detector detector;
    private final List<Picture> pictures;
    private final List<Picture> wrong = new ArrayList<>();
    private final Range single;
    private final Range pairs;

    /** Be the smallest and the largest pooled value of some images. */
    record Range(long least, long most) {}

    private Survey(Detector detector, List<Picture> pictures) {
        this.detector = detector;
        this.pictures = List.copyOf(pictures);
        long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE};
        for (Picture picture : pictures) {
            long pooled = detector.pooled(picture);
            int lines = picture.lines().size();
            int at = 2 * (lines - 1);
            ends[at] = Math.min(ends[at], pooled);
            ends[at + 1] = Math.max(ends[at + 1], pooled);
            if ((pooled > detector.threshold() * detector.parts(picture.side()) ? 2 : 1) != lines) {
                wrong.add(picture);
            }
        }
        this.single = new Range(ends[0], ends[1]);
        this.pairs = new Range(ends[2], ends[3]);
    }

    /** Try {@code detector} on {@code pictures}. */
    static Survey of(Detector detector, List<Picture> pictures) {
        return new Survey(detector, pictures);
    }

    Detector detector() {
        return detector;
    }

    List<Picture> pictures() {
        return pictures;
    }

    /** Return the images that are taken for the other kind. */
    List<Picture> wrong() {
        return List.copyOf(wrong);
    }

    /** Return the wrong image with the fewest pixels. */
    Optional<Picture> smallestWrong() {
        return wrong.stream().min(Comparator.comparingInt(Picture::pixels));
    }

    /** Count the images with so many lines. */
    long count(int lines) {
        return pictures.stream().filter(one -> one.lines().size() == lines).count();
    }

    /** Count the wrong images with so many lines. */
    long countWrong(int lines) {
        return wrong.stream().filter(one -> one.lines().size() == lines).count();
    }

    /** Return the pooled values of the images with one line. */
    Range single() {
        return single;
    }

    /** Return the pooled values of the images with two lines. */
    Range pairs() {
        return pairs;
    }

    /** Return whether some threshold would make everything right. */
    boolean isSeparated() {
        return single.most() < pairs.least();
    }

    boolean isRight() {
        return wrong.isEmpty();
    }
}
