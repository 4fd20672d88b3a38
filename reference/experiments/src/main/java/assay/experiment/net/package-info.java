/** Hold the nets, built and trained with DL4J. */
@NullMarked
package assay.experiment.net;

import org.jspecify.annotations.NullMarked;
