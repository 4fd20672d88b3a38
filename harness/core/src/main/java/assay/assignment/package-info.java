/** Read assignment folders: what is asked, what is answered, how it is judged; mistakes name file and line. */
@NullMarked
package assay.assignment;

import org.jspecify.annotations.NullMarked;
