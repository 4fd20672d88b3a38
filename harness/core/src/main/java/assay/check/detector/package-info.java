/** Decide whether a small convolutional network tells one diagonal line from two, on every small image and on large ones. */
@NullMarked
package assay.check.detector;

import org.jspecify.annotations.NullMarked;
