/** Decide exactly, in rationals, where a network of hard limiters is 1. */
@NullMarked
package assay.check.region;

import org.jspecify.annotations.NullMarked;
