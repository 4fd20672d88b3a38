/** Judge models that a submission trained: how well they predict beside the reference, and whether their logs can be true. */
@NullMarked
package assay.check.training;

import org.jspecify.annotations.NullMarked;
