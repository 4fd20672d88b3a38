/** Find the likely cause of wrong numbers: each hypothesis must explain every case before it is told. */
@NullMarked
package assay.check.diagnosis;

import org.jspecify.annotations.NullMarked;
