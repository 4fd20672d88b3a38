package assay.experiment.backbone;

/** What a node of a backbone does with its inputs. */
sealed interface Step {
    /** Convolve with {@code out} filters, as cross-correlation. */
    record Convolve(int out, Window window, boolean bias) implements Step {}

    /** Convolve each plane with a filter of its own, without bias. */
    record ConvolveEach(Window window) implements Step {}

    /** Normalise each plane by running mean and variance, then scale and shift it. */
    record Normalize(double epsilon) implements Step {}

    /** Multiply by a matrix of {@code out} columns and add a bias. */
    record Connect(int out) implements Step {}

    /** Cut off below 0, and above {@code most} where that is finite. */
    record Rectify(double most) implements Step {}

    /** Take the largest of each window. */
    record PoolMax(Window window) implements Step {}

    /** Average so that planes of {@code side} x {@code side} come out, or repeat where they were smaller. */
    record PoolTo(int side) implements Step {}

    /** Average each plane to one number. */
    record PoolAll() implements Step {}

    /** Read planes as a vector, row by row, plane by plane. */
    record Flatten() implements Step {}

    /** Drop numbers with {@code probability} while training. */
    record Drop(double probability) implements Step {}

    /** Add all inputs. */
    record Add() implements Step {}

    /** Put the planes of all inputs one behind the other. */
    record Join() implements Step {}

    /** Take every second row and column, with planes of zeros before and behind: option A of He et al. 2015, section 3.3. */
    record Subsample(int out) implements Step {}
}
