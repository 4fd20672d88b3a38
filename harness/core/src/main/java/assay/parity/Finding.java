package assay.parity;

import assay.check.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Say in a sentence what the sides of one criterion show together. */
final class Finding {
    private static final String TORCH = " PyTorch multiplies in TF32 in convolutions unless"
            + " torch.backends.cudnn.allow_tf32 = False, and in matrix products where it was allowed to"
            + " (torch.set_float32_matmul_precision); tensors made with .half(), .bfloat16() or under autocast have fewer bits.";

    private Finding() {}

    /** Return the sentence, "" where there is nothing to say. */
    static String of(List<Parity.Side> sides, List<Parity.Cell> cells, List<Precision> precisions) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            lowered(sides, cells, precisions, i).ifPresent(sentences::add);
        }
        if (sentences.isEmpty() && cells.size() > 1) {
            Parity.Cell first = cells.get(0);
            for (int i = 1; i < cells.size(); i++) {
                if (first.verdict() == Verdict.PASSED && cells.get(i).verdict() == Verdict.WRONG) {
                    sentences.add("Right on " + sides.get(0).title() + ", not on "
                            + sides.get(i).title() + ".");
                }
            }
        }
        return String.join(" ", sentences);
    }

    /** Speak of a side that has fewer bits than the first one, or fewer than its bound allows. */
    private static Optional<String> lowered(
            List<Parity.Side> sides, List<Parity.Cell> cells, List<Precision> precisions, int i) {
        Precision here = precisions.get(i);
        boolean low = here.format().isLowerThan(Format.SINGLE);
        boolean lower = i > 0 && here.format().isLowerThan(precisions.get(0).format());
        if (!low && !(lower && cells.get(i).verdict() == Verdict.WRONG)) {
            return Optional.empty();
        }
        String than = lower
                ? ", lower than on " + sides.get(0).title() + " ("
                        + precisions.get(0).format().title() + ")"
                : "";
        boolean passes = cells.get(i).verdict() == Verdict.PASSED;
        return Optional.of("Precision on " + sides.get(i).title() + than + ": " + here.why()
                + (passes ? "; the bound of this criterion allows it." : ".")
                + (low && !passes ? TORCH : ""));
    }
}
