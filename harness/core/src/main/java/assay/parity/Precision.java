package assay.parity;

import assay.check.diagnosis.Comparison;
import assay.check.diagnosis.Comparisons;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Recognise in which format numbers were computed: by the pattern of their significands, by what the reference gives for
 * inputs rounded to that format, and by the size of the errors.
 *
 * @param format the lowest format of which there is evidence
 * @param why the evidence in a sentence, "" for double precision
 */
record Precision(Format format, String why) {
    /** Below it every right way to compute in double is found. */
    private static final double OF_DOUBLE = 0x1p-40;
    /** Errors between this and those of double are cancellation, not a format. */
    private static final double LEAST_OF_SINGLE = 0x1p-30;
    /** Sums of some hundred terms in single precision stay below it. */
    private static final double OF_SINGLE = 0x1p-18;
    /** Products of numbers with eleven bits stay below it. */
    private static final double OF_TEN_BITS = 0x1p-10;
    /** Products of numbers with eight bits stay below it; what is larger is no rounding. */
    private static final double OF_BFLOAT16 = 0x1p-6;
    /** How much nearer the rounded reference must be than the reference itself. */
    private static final double NEARER = 8;
    /** Rounding errs to both sides: their mean is small beside their size. A wrong factor errs to one. */
    private static final double MOST_ONE_SIDED = 0.6;

    private static final List<Format> LOWER = List.of(Format.BFLOAT16, Format.TEN_BITS, Format.SINGLE);

    /** Recognise; {@code rounded} compares the same answers with the reference at inputs rounded to a format, if that can be done. */
    static Precision of(Comparisons all, Function<Format, Optional<Comparisons>> rounded) {
        List<double[]> entries = entries(all);
        double size = size(entries);
        if (entries.isEmpty() || !Double.isFinite(size)) {
            return new Precision(Format.UNKNOWN, "");
        } else if (size <= OF_DOUBLE) {
            return new Precision(Format.DOUBLE, "");
        }
        return stored(entries).or(() -> multiplied(size, rounded)).orElseGet(() -> bySize(entries, size));
    }

    /** All answers fit a format that the right numbers do not fit: they were stored in it. */
    private static Optional<Precision> stored(List<double[]> entries) {
        int answered = 0;
        int right = 0;
        int telling = 0;
        for (double[] entry : entries) {
            answered = Math.max(answered, Format.needed(entry[1]));
            right = Math.max(right, Format.needed(entry[0]));
            telling += Format.needed(entry[0]) > Format.SINGLE.bits() ? 1 : 0;
        }
        for (Format format : List.of(Format.BFLOAT16, Format.TEN_BITS)) {
            if (answered <= format.bits() && right > format.bits() && telling >= 3) {
                return Optional.of(new Precision(
                        format,
                        "all answers fit into " + format.bits()
                                + " bits, and the right numbers do not: they were stored as "
                                + (format == Format.TEN_BITS ? "float16" : "bfloat16")));
            }
        }
        return Optional.empty();
    }

    /** Numbers of single precision are stored so whatever they were multiplied in, so this is asked last. */
    private static boolean isStoredAsSingle(List<double[]> entries) {
        return entries.stream().allMatch(entry -> Format.needed(entry[1]) <= Format.SINGLE.bits())
                && entries.stream().anyMatch(entry -> Format.needed(entry[0]) > Format.SINGLE.bits());
    }

    private static Optional<Precision> multiplied(double size, Function<Format, Optional<Comparisons>> rounded) {
        Map<Format, Double> distances = new EnumMap<>(Format.class);
        for (Format format : LOWER) {
            rounded.apply(format).ifPresent(all -> distances.put(format, size(entries(all))));
        }
        return distances.entrySet().stream()
                .filter(entry -> entry.getValue() * NEARER <= size)
                .min(Map.Entry.comparingByValue())
                .map(entry -> new Precision(
                        entry.getKey(),
                        "the errors are those of the right formula on numbers with "
                                + entry.getKey().bits() + " bits: "
                                + entry.getKey().title()));
    }

    private static Precision bySize(List<double[]> entries, double size) {
        String bits = String.format(Locale.ROOT, "%.0f", -Math.log(size) / Math.log(2));
        String sentence = "the errors are about 2^-" + bits + " of the scale, to both sides: ";
        double mean = entries.stream()
                .mapToDouble(entry -> (entry[1] - entry[0]) / entry[2] * Math.signum(entry[0]))
                .average()
                .orElse(0);
        boolean oneSided = entries.size() >= 8 && Math.abs(mean) > MOST_ONE_SIDED * size;
        if (size <= OF_SINGLE) {
            return size >= LEAST_OF_SINGLE || isStoredAsSingle(entries)
                    ? new Precision(Format.SINGLE, sentence + Format.SINGLE.title())
                    : new Precision(Format.UNKNOWN, "");
        } else if (oneSided || entries.size() < 3 || size > OF_BFLOAT16) {
            return new Precision(Format.UNKNOWN, "");
        }
        Format format = size <= OF_TEN_BITS ? Format.TEN_BITS : Format.BFLOAT16;
        return new Precision(format, sentence + format.title());
    }

    /** Return right, answered and scale of all entries whose scale is not 0. */
    private static List<double[]> entries(Comparisons all) {
        List<double[]> entries = new ArrayList<>();
        for (Comparison one : all.cases()) {
            for (int i = 0; i < one.size(); i++) {
                if (one.scale().at(i) > 0) {
                    entries.add(new double[] {
                        one.expected().at(i), one.actual().at(i), one.scale().at(i)
                    });
                }
            }
        }
        return entries;
    }

    /** Return the root of the mean square of the errors, as shares of the scale; NaN where an answer is not finite. */
    private static double size(List<double[]> entries) {
        double sum = 0;
        for (double[] entry : entries) {
            double error = (entry[1] - entry[0]) / entry[2];
            sum += error * error;
        }
        return Math.sqrt(sum / Math.max(1, entries.size()));
    }
}
