package assay.check;

import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Truth;
import assay.api.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;

/** Write small values as a grading file would: whole numbers without a fraction, texts as they are. */
final class Shown {
    private static final int MOST = 60;

    private Shown() {}

    /** Write {@code value}; what is too big for a line is described. */
    static String of(Value value) {
        if (value instanceof Truth truth) {
            return Boolean.toString(truth.holds());
        } else if (value instanceof Text text) {
            return text.text();
        } else if (value instanceof Tensor tensor && tensor.rank() == 0) {
            return Double.isFinite(tensor.item())
                    ? BigDecimal.valueOf(tensor.item()).stripTrailingZeros().toPlainString()
                    : Double.toString(tensor.item());
        } else if (value instanceof Sequence sequence) {
            return sequence.items().stream().map(Shown::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.describe();
    }

    /** Write {@code value} in at most 60 characters. */
    static String shortly(Value value) {
        String text = of(value);
        return text.length() > MOST ? text.substring(0, MOST) + "..." : text;
    }

    /** Fold what does not count when texts are compared: case and the number of blanks. */
    static String fold(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
