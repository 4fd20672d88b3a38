/** Take in what was handed in, untouched and bounded: folders, archives, the answers file. */
@NullMarked
package assay.submission;

import org.jspecify.annotations.NullMarked;
