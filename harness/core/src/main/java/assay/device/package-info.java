/** Know what GPUs a machine has, what is missing to use them, and how they fare. */
@NullMarked
package assay.device;

import org.jspecify.annotations.NullMarked;
