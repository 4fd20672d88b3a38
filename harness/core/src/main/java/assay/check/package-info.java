/** Judge answers and explain: verdicts, evidence, diagnosis. */
@NullMarked
package assay.check;

import org.jspecify.annotations.NullMarked;
