/** Train small models in plain Java: the references of the sheets {@code training-basics} and {@code training-convnet}. */
@NullMarked
package assay.reference.training;

import org.jspecify.annotations.NullMarked;
