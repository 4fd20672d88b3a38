/** Compile and run one submission's Java code in a child process. Nothing here is trusted by the harness. */
@NullMarked
package assay.worker;

import org.jspecify.annotations.NullMarked;
