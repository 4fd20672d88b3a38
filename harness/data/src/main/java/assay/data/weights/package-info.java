/** Read trained weights from files of other tools, as named arrays of numbers; nothing in a file is ever run. */
@NullMarked
package assay.data.weights;

import org.jspecify.annotations.NullMarked;
