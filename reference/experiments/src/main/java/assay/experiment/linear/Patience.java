package assay.experiment.linear;

/** Decide when to stop: after some checks in a row without a strict improvement over the best loss so far. */
final class Patience {
    private final int checks;
    private double best = Double.POSITIVE_INFINITY;
    private int without;

    /** Wait for {@code checks} checks. */
    Patience(int checks) {
        this.checks = checks;
    }

    /** Take in the loss of a check and return whether it is the best so far; NaN is no improvement. */
    boolean improves(double loss) {
        if (loss < best) {
            best = loss;
            without = 0;
            return true;
        }
        without++;
        return false;
    }

    /** Return whether it is time to stop. */
    boolean isOver() {
        return without >= checks;
    }
}
