/** Solve the tasks of the sheet {@code dnn-basics} in double precision, and know the mistakes one makes in them. */
@NullMarked
package assay.reference.dnnbasics;

import org.jspecify.annotations.NullMarked;
