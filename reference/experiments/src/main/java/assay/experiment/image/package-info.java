/** Turn images into numbers, and judge what a model says about them. */
@NullMarked
package assay.experiment.image;

import org.jspecify.annotations.NullMarked;
