package assay.check.diagnosis;

import assay.api.Tensor;
import assay.check.Diagnosis;
import java.util.List;
import java.util.Optional;

/** Guess that rows and columns are exchanged: a square matrix transposed, or a matrix filled column by column. */
final class Transposed implements Hypothesis {
    @Override
    public List<String> ids() {
        return List.of("transposed", "column-by-column");
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        if (all.cases().stream().anyMatch(one -> one.expected().rank() != 2)) {
            return Optional.empty();
        }
        if (all.explainedByEach(one -> one.expected().transposed())) {
            return Optional.of(new Diagnosis(
                    "transposed",
                    "the matrix is the transpose of the right one. Which index is the row: write down the shapes of both"
                            + " factors."));
        }
        if (all.explainedByEach(Transposed::filledByColumns)) {
            return Optional.of(new Diagnosis(
                    "column-by-column",
                    "the right numbers are filled in column by column, they belong row by row. Look at the order of a"
                            + " reshape or of two nested loops."));
        }
        return Optional.empty();
    }

    private static Tensor filledByColumns(Comparison one) {
        int[] shape =
                one.expected().shape().stream().mapToInt(Integer::intValue).toArray();
        return Tensor.of(shape, one.expected().transposed().toArray());
    }
}
