/** Train small models in plain Java: the references of the sheet {@code training-basics}. */
@NullMarked
package assay.reference.training;

import org.jspecify.annotations.NullMarked;
