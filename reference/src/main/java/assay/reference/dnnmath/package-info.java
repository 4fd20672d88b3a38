/** Solve the tasks of the sheet {@code dnn-math} in double precision, and know the mistakes one makes in them. */
@NullMarked
package assay.reference.dnnmath;

import org.jspecify.annotations.NullMarked;
