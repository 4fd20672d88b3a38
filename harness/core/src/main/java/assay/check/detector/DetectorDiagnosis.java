package assay.check.detector;

import assay.check.Diagnosis;
import assay.check.region.ExactNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;

/** Name the likely cause of a wrong detector; a repair is named only when the repaired detector was tried on all images. */
final class DetectorDiagnosis {
    private static final int MOST_FOR_SUMS = 200;
    /** The longest lines reach the border at both ends, where the filter is cut off. */
    private static final int LENGTHS_TOLD = 3;

    private final Survey survey;
    private final Detector detector;

    private DetectorDiagnosis(Survey survey) {
        this.survey = survey;
        this.detector = survey.detector();
    }

    /** Diagnose a detector that is wrong somewhere. */
    static Diagnosis of(Survey survey) {
        return new DetectorDiagnosis(survey).find();
    }

    private Diagnosis find() {
        return bias().or(this::threshold)
                .or(this::inverted)
                .or(this::border)
                .or(this::otherDiagonal)
                .or(this::maximum)
                .or(this::silent)
                .or(this::grows)
                .or(this::constant)
                .orElse(Diagnosis.none());
    }

    private Optional<Diagnosis> threshold() {
        if (!survey.isSeparated()) {
            return Optional.empty();
        }
        if (detector.pooling() == Detector.Pooling.MEAN) {
            return Optional.of(new Diagnosis(
                    "mean-of-size",
                    "The mean is divided by the number of pixels, so a threshold that fits one size of image does not"
                            + " fit another. Which pooling does not depend on the size?"));
        }
        return Optional.of(new Diagnosis(
                "threshold",
                "Only the threshold is wrong: the pooled value is at most "
                        + shown(survey.single().most()) + " for one line and at least "
                        + shown(survey.pairs().least()) + " for two, and your threshold does not lie between (above it"
                        + " means two lines)."));
    }

    private Optional<Diagnosis> inverted() {
        return survey.wrong().size() == survey.pictures().size()
                        || survey.pairs().most() < survey.single().least()
                ? Optional.of(new Diagnosis(
                        "inverted",
                        "Two lines give a smaller pooled value than one: a value above the threshold means two lines."
                                + " Look at the sign of the weights."))
                : Optional.empty();
    }

    /** The weights lie along the diagonal that no line of this task has: mirrored, far fewer images are wrong. */
    private Optional<Diagnosis> otherDiagonal() {
        Survey mirrored = Survey.of(detector.mirrored(), survey.pictures());
        return mirrored.isRight()
                        || 2 * mirrored.wrong().size() < survey.wrong().size()
                ? Optional.of(new Diagnosis(
                        "other-diagonal",
                        "Your filter lies along the other diagonal: the lines run from lower left to upper right, and the"
                                + " first row of the filter is the upper one."
                                + (mirrored.isRight()
                                        ? " With left and right exchanged everything is right."
                                        : " With left and right exchanged fewer images are wrong, but not none.")))
                : Optional.empty();
    }

    private Optional<Diagnosis> maximum() {
        boolean blind = detector.pooling() == Detector.Pooling.MAX
                && survey.pairs().least() <= survey.single().most();
        return blind
                ? Optional.of(new Diagnosis(
                        "max-does-not-count",
                        "The maximum is as large for one line as it is for two ("
                                + shown(survey.single().most()) + " and "
                                + shown(survey.pairs().least()) + "): it says that there is a line, not how many. Which"
                                + " pooling counts?"))
                : Optional.empty();
    }

    private Optional<Diagnosis> silent() {
        boolean same = survey.single().least() == survey.single().most()
                && survey.single().equals(survey.pairs());
        return same
                ? Optional.of(new Diagnosis(
                        "sees-nothing",
                        "The pooled value is " + shown(survey.single().least()) + " for every image, whatever is on it."
                                + " Do the weights cancel, or does the bias hold every response down?"))
                : Optional.empty();
    }

    /** Another bias makes everything right: the filter responds to a part of its pattern, or not to all of it. */
    private Optional<Diagnosis> bias() {
        Detector bare = new Detector(
                detector.filter(),
                0,
                Detector.Activation.IDENTITY,
                Detector.Pooling.SUM,
                0,
                detector.flipped(),
                detector.unit());
        TreeSet<Long> sums = new TreeSet<>();
        survey.pictures().stream()
                .limit(MOST_FOR_SUMS)
                .forEach(one -> bare.places(one).forEach(place -> sums.add(place.value())));
        boolean repairable = sums.stream()
                .map(sum -> detector.unit() - sum)
                .filter(bias -> bias != detector.bias())
                .anyMatch(bias ->
                        Survey.of(detector.withBias(bias), survey.pictures()).isRight());
        if (!repairable) {
            return Optional.empty();
        }
        Picture smallest = survey.pictures().get(0);
        int places = detector.places(smallest).size();
        return Optional.of(new Diagnosis(
                "bias",
                "Only the bias is wrong: on " + smallest.describe() + " the filter responds at " + places
                        + (places == 1 ? " pixel" : " pixels")
                        + " with it. How much of its pattern has to be there before"
                        + " it may respond?"));
    }

    /** The pooled value of a single line grows with its length, so long lines look like two. */
    private Optional<Diagnosis> grows() {
        TreeMap<Integer, BigFraction> byLength = new TreeMap<>();
        for (Picture picture : survey.pictures()) {
            if (picture.lines().size() == 1) {
                byLength.merge(picture.pixels(), detector.reading(picture), (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        }
        int first = byLength.isEmpty() ? 0 : byLength.firstKey();
        byLength.tailMap(first + LENGTHS_TOLD).clear();
        List<BigFraction> values = new ArrayList<>(byLength.values());
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i).compareTo(values.get(i - 1)) <= 0) {
                return Optional.empty();
            }
        }
        if (values.size() < 2) {
            return Optional.empty();
        }
        boolean pixels = byLength.entrySet().stream()
                .allMatch(entry ->
                        entry.getValue().multiply(first).equals(values.get(0).multiply(entry.getKey())));
        String numbers = "(" + ExactNumber.shown(values.get(0)) + " for length " + first + ", "
                + ExactNumber.shown(values.get(1)) + " for the next), so a long line looks like two.";
        return Optional.of(
                pixels
                        ? new Diagnosis(
                                "counts-pixels",
                                "The pooled value is proportional to the number of lit pixels " + numbers
                                        + " Look for something that a line has once, however long it is.")
                        : new Diagnosis(
                                "counts-peaks",
                                "The pooled value grows with the length of the line " + numbers
                                        + " A pattern along the line fits at nearly every pixel of it: there is not one peak"
                                        + " per line. Look for something that a line has once, however long it is."));
    }

    private Optional<Diagnosis> border() {
        List<Picture> beside =
                survey.pictures().stream().filter(one -> !one.touchesBorder()).toList();
        boolean only = !beside.isEmpty() && survey.wrong().stream().allMatch(Picture::touchesBorder);
        return only
                ? Optional.of(new Diagnosis(
                        "border",
                        "Only lines that touch the border of the image are taken wrongly. There is a response for every"
                                + " pixel of the image and none outside: does your pattern need a pixel beyond the end of"
                                + " the line?"))
                : Optional.empty();
    }

    private Optional<Diagnosis> constant() {
        if (survey.countWrong(2) == survey.count(2) && survey.countWrong(1) == 0) {
            return Optional.of(new Diagnosis("always-one", "Every image is taken for one line."));
        } else if (survey.countWrong(1) == survey.count(1) && survey.countWrong(2) == 0) {
            return Optional.of(new Diagnosis("always-two", "Every image is taken for two lines."));
        }
        return Optional.empty();
    }

    private String shown(long pooled) {
        BigFraction parts =
                new BigFraction(detector.parts(survey.pictures().get(0).side()));
        return ExactNumber.shown(detector.number(pooled).divide(parts));
    }
}
