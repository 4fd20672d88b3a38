/** Test the tests of an assignment: samples, made-up answers, many draws, mutants of the reference; collect what is published wrong. */
@NullMarked
package assay.verify;

import org.jspecify.annotations.NullMarked;
