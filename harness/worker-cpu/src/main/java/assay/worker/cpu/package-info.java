/** Bring DL4J on the processor to the Java child. */
@NullMarked
package assay.worker.cpu;

import org.jspecify.annotations.NullMarked;
