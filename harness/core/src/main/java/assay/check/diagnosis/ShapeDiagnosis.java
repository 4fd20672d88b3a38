package assay.check.diagnosis;

import assay.check.Diagnosis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Find the likely cause of a wrong shape. */
public final class ShapeDiagnosis {
    private ShapeDiagnosis() {}

    /** Compare the right shape with the answered one; {@link Diagnosis#none()} when they are equal or nothing is known. */
    public static Diagnosis of(List<Integer> right, List<Integer> given) {
        List<Integer> reversed = new ArrayList<>(right);
        Collections.reverse(reversed);
        if (given.equals(right)) {
            return Diagnosis.none();
        } else if (right.size() >= 2 && given.equals(reversed)) {
            return new Diagnosis("transposed-shape", "Rows and columns are exchanged. Is the result transposed?");
        } else if (right.isEmpty() && size(given) == 1) {
            return new Diagnosis("number-in-brackets", "One number is asked for, without an axis around it.");
        } else if (withoutOnes(given).equals(withoutOnes(right))) {
            return new Diagnosis(
                    "axis-of-length-1",
                    "The shapes differ only in axes of length 1. Such an axis makes other arrays spread (broadcast) over it;"
                            + " remove or add it.");
        } else if (given.isEmpty()) {
            return new Diagnosis("summed-up", "A single number is left. Is a sum taken over more axes than it should?");
        } else if (right.size() == given.size() + 1 && given.equals(right.subList(1, right.size()))) {
            return new Diagnosis(
                    "batch-axis-missing",
                    "The first axis is missing: one result for each of its " + right.get(0)
                            + " places is asked for. Is a sum taken over it, or only a part kept?");
        } else if (given.size() == right.size() + 1 && right.equals(given.subList(1, given.size()))) {
            return new Diagnosis(
                    "batch-axis-left",
                    "There is one axis too many in front: is a sum or mean over its " + given.get(0)
                            + " places missing?");
        } else if (size(given) == size(right)) {
            return new Diagnosis("reshaped", "The number of entries is right, their arrangement is not.");
        } else if (given.size() == right.size() && differsByOne(right, given)) {
            return new Diagnosis(
                    "length-off-by-one",
                    "A length is off by one: is a loop one too short or too long, or another array meant?");
        }
        return Diagnosis.none();
    }

    private static long size(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }

    private static List<Integer> withoutOnes(List<Integer> shape) {
        return shape.stream().filter(extent -> extent != 1).toList();
    }

    private static boolean differsByOne(List<Integer> right, List<Integer> given) {
        int sum = 0;
        for (int axis = 0; axis < right.size(); axis++) {
            sum += Math.abs(right.get(axis) - given.get(axis));
        }
        return sum == 1;
    }
}
