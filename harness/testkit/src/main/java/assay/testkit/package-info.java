/** What the tests of all modules share. */
@NullMarked
package assay.testkit;

import org.jspecify.annotations.NullMarked;
