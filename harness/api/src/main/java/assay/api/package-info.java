/** Hold what a submission sees: named inputs, named answers and the values that they are made of. */
@NullMarked
package assay.api;

import org.jspecify.annotations.NullMarked;
