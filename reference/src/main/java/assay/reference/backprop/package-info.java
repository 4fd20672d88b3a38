/** Solve the sheet backprop-convnets: one class per task. */
@NullMarked
package assay.reference.backprop;

import org.jspecify.annotations.NullMarked;
