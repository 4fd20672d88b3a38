/** Turn check results into points. */
@NullMarked
package assay.score;

import org.jspecify.annotations.NullMarked;
