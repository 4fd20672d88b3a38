/** Tell authors what their files may hold: the field guide and the schemas for editors, made from the records that bind them. */
@NullMarked
package assay.authoring;

import org.jspecify.annotations.NullMarked;
