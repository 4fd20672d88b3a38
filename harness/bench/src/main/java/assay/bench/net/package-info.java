/** Benchmarks on DL4J; left out where its jars are not there. */
@NullMarked
package assay.bench.net;

import org.jspecify.annotations.NullMarked;
