/** Share what the reference solutions of several sheets compute with: sums, the logistic function, softmax, witnesses. */
@NullMarked
package assay.reference.math;

import org.jspecify.annotations.NullMarked;
