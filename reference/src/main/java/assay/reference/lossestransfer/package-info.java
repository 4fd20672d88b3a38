/** Solve the homework sheet on losses, linear and dense networks, and transfer: a reference, its scale and the known mistakes per task. */
@NullMarked
package assay.reference.lossestransfer;

import org.jspecify.annotations.NullMarked;
