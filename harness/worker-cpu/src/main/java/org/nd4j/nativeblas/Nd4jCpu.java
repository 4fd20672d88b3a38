package org.nd4j.nativeblas;

/**
 * Tell DL4J 1.0.0-M2.1 that oneDNN may be used.
 *
 * <p>Before a layer takes its oneDNN path, {@code BaseMKLDNNHelper.mklDnnEnabled} asks {@code Nd4jCpu$Environment} by
 * reflection, but ND4J moved that class to another package. Without an answer DL4J silently computes convolutions several
 * times slower. What is decided here is only whether to try: natives without oneDNN say so themselves.
 */
public final class Nd4jCpu {
    private Nd4jCpu() {}

    /** Answer the one question that is asked. */
    public static final class Environment {
        private static final Environment INSTANCE = new Environment();

        private Environment() {}

        /** Return the only instance. */
        public static Environment getInstance() {
            return INSTANCE;
        }

        /** Return that oneDNN may be used. */
        public boolean isUseMKLDNN() {
            return true;
        }
    }
}
