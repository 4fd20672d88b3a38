/** Run the trainings that the comparisons are made of, in a process of their own. */
@NullMarked
package assay.experiment;

import org.jspecify.annotations.NullMarked;
