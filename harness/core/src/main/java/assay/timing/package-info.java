/** Time submissions against a reference in the same run: the race of three children, its statistics and its record. */
@NullMarked
package assay.timing;

import org.jspecify.annotations.NullMarked;
