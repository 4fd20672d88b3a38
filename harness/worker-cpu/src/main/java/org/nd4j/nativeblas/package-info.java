/** Stand in for a class that DL4J asks for under a name that ND4J no longer uses. */
@NullMarked
package org.nd4j.nativeblas;

import org.jspecify.annotations.NullMarked;
