/** Hold the right answers as code, one package per homework sheet. */
@NullMarked
package assay.reference;

import org.jspecify.annotations.NullMarked;
