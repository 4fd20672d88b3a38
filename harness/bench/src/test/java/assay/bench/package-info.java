/** Whether every benchmark still runs. */
@NullMarked
package assay.bench;

import org.jspecify.annotations.NullMarked;
