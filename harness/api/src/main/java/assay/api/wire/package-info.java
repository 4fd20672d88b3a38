/** Write and read values as single lines of JSON, bounded and strict, the same on both sides of the border. */
@NullMarked
package assay.api.wire;

import org.jspecify.annotations.NullMarked;
