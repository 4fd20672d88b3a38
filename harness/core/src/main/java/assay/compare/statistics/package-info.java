/** Decide from few paired runs: intervals, paired tests, corrections, effect sizes, equivalence, seeds needed. */
@NullMarked
package assay.compare.statistics;

import org.jspecify.annotations.NullMarked;
