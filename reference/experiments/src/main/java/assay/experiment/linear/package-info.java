/** Hold the linear models, written out in loops. */
@NullMarked
package assay.experiment.linear;

import org.jspecify.annotations.NullMarked;
