/** Compare two runs of benchmarks: read their files, and tell what differs from what was not shown to differ. */
@NullMarked
package assay.compare.bench;

import org.jspecify.annotations.NullMarked;
