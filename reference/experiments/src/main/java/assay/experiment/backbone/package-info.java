/** The nets that others have trained: one description each, the graph made from it, and loading of their published weights. */
@NullMarked
package assay.experiment.backbone;

import org.jspecify.annotations.NullMarked;
