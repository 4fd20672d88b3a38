/** Lead submissions through all stages, one or a class at a time. */
@NullMarked
package assay.grade;

import org.jspecify.annotations.NullMarked;
