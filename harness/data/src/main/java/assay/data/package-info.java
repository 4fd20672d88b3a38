/** Data sets: where they lie, how their files are read and fetched, and the drawn ones that need no file. */
@NullMarked
package assay.data;

import org.jspecify.annotations.NullMarked;
