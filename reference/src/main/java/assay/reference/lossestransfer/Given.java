package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Tensor;
import assay.api.Text;
import assay.reference.math.Witness;
import java.util.Locale;

/** Read numbers, vectors of any length and words of a witness, refusing in a sentence what cannot be one. */
final class Given {
    private static final double LARGEST = 1e6;

    private Given() {}

    /** Read a finite number up to a million. */
    static double number(Answers given, String name) {
        if (given.get(name).orElse(null) instanceof Tensor tensor && tensor.rank() == 0) {
            if (Math.abs(tensor.item()) <= LARGEST) {
                return tensor.item();
            }
            throw new Witness.Unusable(
                    "'" + name + "' must be a finite number up to a million, was " + tensor.item() + ".");
        }
        throw new Witness.Unusable("The witness is not complete: '" + name + "' is missing or not a number.");
    }

    /** Read a label, 0 or 1. */
    static double label(Answers given, String name) {
        double label = number(given, name);
        if (label != 0 && label != 1) {
            throw new Witness.Unusable("'" + name + "' must be a label, 0 or 1, was " + label + ".");
        }
        return label;
    }

    /** Read a vector of at least {@code fewest} and at most 100 finite numbers up to a million. */
    static double[] vector(Answers given, String name, int fewest) {
        if (!(given.get(name).orElse(null) instanceof Tensor tensor)) {
            throw new Witness.Unusable(
                    "The witness is not complete: '" + name + "' is missing or not made of numbers.");
        }
        if (tensor.rank() != 1 || tensor.size() < fewest || tensor.size() > 100) {
            throw new Witness.Unusable(
                    "'" + name + "' must be a vector of " + fewest + " to 100 numbers, was " + tensor.describe() + ".");
        }
        return Witness.vector(given, name, tensor.size());
    }

    /** Read a word, in lower case and without blanks around it; "" when there is none. */
    static String word(Answers given, String name) {
        return given.get(name).orElse(null) instanceof Text text
                ? text.text().strip().toLowerCase(Locale.ROOT)
                : "";
    }

    /** Write a number for a sentence. */
    static String shown(double number) {
        return String.format(Locale.ROOT, "%.6g", number);
    }
}
