/** Turn result records into pages, tables and machine-readable reports. Nothing here decides anything. */
@NullMarked
package assay.report;

import org.jspecify.annotations.NullMarked;
