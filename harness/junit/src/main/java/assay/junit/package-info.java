/** Let a student's IDE run the public checks as JUnit tests. */
@NullMarked
package assay.junit;

import org.jspecify.annotations.NullMarked;
