/** Solve the tasks of the sheet {@code softmax-regression} in double precision, and know the mistakes one makes in them. */
@NullMarked
package assay.reference.softmaxregression;

import org.jspecify.annotations.NullMarked;
