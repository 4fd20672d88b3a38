package assay.experiment.linear;

import java.util.Locale;

/**
 * Say what is done to the scores of a linear layer before they go into softmax and cross-entropy.
 *
 * <p>Only {@link #NONE} is right. The others are found in published solutions: a framework's cross-entropy takes the
 * softmax itself, so that values between 0 and 1 reach it, and the loss cannot fall below ln(1 + 9/e) = 1.4612.
 */
enum Squash {
    NONE {
        @Override
        void forward(float[] z, float[] u, int at, int classes) {
            System.arraycopy(z, at, u, at, classes);
        }

        @Override
        void backward(float[] u, float[] slope, int at, int classes) {}
    },
    SIGMOID {
        @Override
        void forward(float[] z, float[] u, int at, int classes) {
            for (int k = at; k < at + classes; k++) {
                u[k] = (float) BinaryLoss.sigma(z[k]);
            }
        }

        @Override
        void backward(float[] u, float[] slope, int at, int classes) {
            for (int k = at; k < at + classes; k++) {
                slope[k] *= u[k] * (1 - u[k]);
            }
        }
    },
    SOFTMAX {
        @Override
        void forward(float[] z, float[] u, int at, int classes) {
            System.arraycopy(z, at, u, at, classes);
            softmax(u, at, classes);
        }

        @Override
        void backward(float[] u, float[] slope, int at, int classes) {
            float mean = 0;
            for (int k = at; k < at + classes; k++) {
                mean += u[k] * slope[k];
            }
            for (int k = at; k < at + classes; k++) {
                slope[k] = u[k] * (slope[k] - mean);
            }
        }
    };

    /** Write into u what becomes of the scores z, for the {@code classes} numbers from {@code at} on. */
    abstract void forward(float[] z, float[] u, int at, int classes);

    /** Turn the derivative of the loss by u into the derivative by z. */
    abstract void backward(float[] u, float[] slope, int at, int classes);

    /** Return the name as it stands in settings. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Turn scores into probabilities in place. */
    static void softmax(float[] u, int at, int classes) {
        float most = u[at];
        for (int k = at + 1; k < at + classes; k++) {
            most = Math.max(most, u[k]);
        }
        float sum = 0;
        for (int k = at; k < at + classes; k++) {
            u[k] = (float) Math.exp(u[k] - most);
            sum += u[k];
        }
        for (int k = at; k < at + classes; k++) {
            u[k] /= sum;
        }
    }
}
