/** Be DL4J on an NVIDIA GPU, on the class path of a Java child whose task may use it. */
@NullMarked
package assay.worker.cuda;

import org.jspecify.annotations.NullMarked;
