/** Compare variants of a training over paired seeds: describe, plan, run in worker processes, keep, and decide. */
@NullMarked
package assay.compare;

import org.jspecify.annotations.NullMarked;
