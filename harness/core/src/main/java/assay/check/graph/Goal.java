package assay.check.graph;

import assay.api.Inputs;

/** Be the value that a list must have in one case; accepted when the error is at most {@code bound}. */
record Goal(String label, Inputs inputs, double expected, double bound) {
    boolean accepts(double actual) {
        return Math.abs(actual - expected) <= bound;
    }
}
