/** Parse formulas into trees that can be evaluated, counted, compared and drawn. */
@NullMarked
package assay.formula;

import org.jspecify.annotations.NullMarked;
