/** Plan the requests, run the submission isolated, and keep what it answered. */
@NullMarked
package assay.run;

import org.jspecify.annotations.NullMarked;
