/** How to time numeric code: each class has a wrong way and a right one. {@code assignments/TIMING.md} is the lesson. */
@NullMarked
package assay.bench.lesson;

import org.jspecify.annotations.NullMarked;
