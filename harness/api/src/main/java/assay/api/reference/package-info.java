/** Describe a task for authors: how inputs are drawn, the right answer, its scale, and the mistakes one makes. */
@NullMarked
package assay.api.reference;

import org.jspecify.annotations.NullMarked;
