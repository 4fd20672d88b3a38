/** Benchmarks of Assay's own stages, and the floor that grading Java submissions stands on. */
@NullMarked
package assay.bench;

import org.jspecify.annotations.NullMarked;
