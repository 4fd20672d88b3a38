import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

class Solution {
    static class Loops extends RuntimeException {
        @Override
        public String getMessage() {
            while (true) {
                Thread.onSpinWait();
            }
        }
    }

    static class Throws extends RuntimeException {
        @Override
        public String getMessage() {
            throw this;
        }

        @Override
        public String toString() {
            throw this;
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw this;
        }
    }

    @Solves("zoo/attack")
    Answers attack(Inputs in) throws Throwable {
        throw new Loops();
    }

    @Solves("zoo/honest")
    Answers honest(Inputs in) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : in.vector("x")) {
            largest = Math.max(largest, value);
        }
        return Answers.of("largest", largest);
    }

    @Solves("zoo/vector")
    Answers vector(Inputs in) throws Throwable {
        throw new Throws();
    }
}
