/** Lay what one submission computes on several devices side by side, each against the bound of grading. */
@NullMarked
package assay.parity;

import org.jspecify.annotations.NullMarked;
