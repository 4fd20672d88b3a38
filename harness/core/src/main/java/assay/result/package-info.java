/** Hold and store the record of one graded submission, the only source of truth. */
@NullMarked
package assay.result;

import org.jspecify.annotations.NullMarked;
