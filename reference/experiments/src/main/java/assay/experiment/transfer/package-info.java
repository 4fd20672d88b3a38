/** Train a new head on what nets that others have trained make of images. */
@NullMarked
package assay.experiment.transfer;

import org.jspecify.annotations.NullMarked;
