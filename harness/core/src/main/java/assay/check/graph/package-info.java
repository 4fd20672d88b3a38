/** Judge computational graphs: lists of single operations, and edges. */
@NullMarked
package assay.check.graph;

import org.jspecify.annotations.NullMarked;
