/** Read a pull request with git: what it changed, the definitions of its base, the submissions of its head. */
@NullMarked
package assay.pull;

import org.jspecify.annotations.NullMarked;
