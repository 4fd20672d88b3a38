package assay.check.detector;

import assay.check.Evidence;
import assay.check.Evidence.Pixels;
import assay.check.region.ExactNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Show an image with what the detector sees in it, and the pooled value by the length of a line. */
final class DetectorEvidence {
    private static final int MOST_RESPONSES = 400;
    private static final int MOST_ROWS = 12;
    private static final String ONE = "one line";
    private static final String TWO = "two lines";

    private DetectorEvidence() {}

    /** Show the image that is wrong. */
    static Evidence picture(Survey survey, Picture picture) {
        String title = "The smallest image that is wrong: " + picture.describe();
        return pixels(title, survey.detector(), picture);
    }

    /** Show the image that came nearest to being wrong: two lines with the smallest pooled value. */
    static Evidence nearest(Survey survey) {
        Picture nearest = survey.pictures().stream()
                .filter(one -> one.lines().size() == 2)
                .min(Comparator.comparingLong(survey.detector()::pooled))
                .orElseThrow();
        return pixels("An image that is right: " + nearest.describe(), survey.detector(), nearest);
    }

    private static Evidence pixels(String title, Detector detector, Picture picture) {
        List<Pixels.Pixel> lit = new ArrayList<>();
        for (Line line : picture.lines()) {
            for (int i = 0; i < line.length(); i++) {
                lit.add(new Pixels.Pixel(line.row() - i, line.column() + i));
            }
        }
        List<Pixels.Response> responses = detector.places(picture).stream()
                .limit(MOST_RESPONSES)
                .map(place -> new Pixels.Response(
                        place.row(), place.column(), ExactNumber.shown(detector.number(place.value()))))
                .toList();
        return new Pixels(
                title,
                picture.side(),
                picture.side(),
                lit,
                responses,
                picture.lines().size() == 1 ? ONE : TWO,
                detector.answer(picture) == 1 ? ONE : TWO,
                reading(detector, picture));
    }

    /** Say how the responses become the decision: "sum 2, above the threshold 3/2". */
    static String reading(Detector detector, Picture picture) {
        return detector.pooling().name().toLowerCase(Locale.ROOT) + " "
                + ExactNumber.shown(detector.reading(picture)) + ", "
                + (detector.answer(picture) == 2 ? "above" : "not above") + " the threshold "
                + ExactNumber.shown(detector.number(detector.threshold()));
    }

    /** List the pooled values of single lines by their length, since the length is what a count must not depend on. */
    static Evidence byLength(Survey survey) {
        List<List<String>> rows = new ArrayList<>();
        List<Integer> lengths = survey.pictures().stream()
                .filter(one -> one.lines().size() == 1)
                .map(Picture::pixels)
                .distinct()
                .sorted()
                .toList();
        for (int length : lengths.subList(0, Math.min(lengths.size(), MOST_ROWS))) {
            List<Picture> such = survey.pictures().stream()
                    .filter(one -> one.lines().size() == 1 && one.pixels() == length)
                    .toList();
            List<String> values = such.stream()
                    .map(survey.detector()::reading)
                    .distinct()
                    .sorted()
                    .map(ExactNumber::shown)
                    .toList();
            long wrong = such.stream()
                    .filter(one -> survey.detector().answer(one) != 1)
                    .count();
            rows.add(List.of(
                    String.valueOf(length),
                    String.join(", ", values),
                    String.valueOf(such.size()),
                    String.valueOf(wrong)));
        }
        String more = lengths.size() > MOST_ROWS ? ", lengths up to " + lengths.get(MOST_ROWS - 1) : "";
        return new Evidence.Table(
                "Images with a single line" + more, List.of("length", "pooled value", "images", "taken for two"), rows);
    }
}
