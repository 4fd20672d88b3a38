/** Say what is to be trained, and what came out. */
@NullMarked
package assay.experiment.job;

import org.jspecify.annotations.NullMarked;
