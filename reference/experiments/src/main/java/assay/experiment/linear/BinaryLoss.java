package assay.experiment.linear;

import java.util.Locale;

/** Measure how wrong the score z = w.x + b is for a label y of -1 or 1; the model's probability of 1 is sigma(z). */
public enum BinaryLoss {
    /** The Kullback-Leibler divergence of the label from the model, -ln sigma(yz). */
    KL {
        @Override
        public double value(double z, int y) {
            double t = -y * z;
            return Math.max(0, t) + Math.log1p(Math.exp(-Math.abs(t)));
        }

        @Override
        public double slope(double z, int y) {
            return -y * sigma(-y * z);
        }
    },
    /** The squared distance of (sigma(-z), sigma(z)) from (1, 0) or (0, 1), which is 2 sigma(-yz)^2. */
    MSE {
        @Override
        public double value(double z, int y) {
            double wrong = sigma(-y * z);
            return 2 * wrong * wrong;
        }

        @Override
        public double slope(double z, int y) {
            double wrong = sigma(-y * z);
            return -4 * y * wrong * wrong * sigma(y * z);
        }
    },
    /** A published misprint of the squared distance: for y = -1 one of the two squares is missing. */
    MISSING_SQUARE {
        @Override
        public double value(double z, int y) {
            double s = sigma(z);
            return y == 1 ? MSE.value(z, y) : s * s + s;
        }

        @Override
        public double slope(double z, int y) {
            double s = sigma(z);
            return y == 1 ? MSE.slope(z, y) : (2 * s + 1) * s * sigma(-z);
        }
    };

    /** Return the loss. */
    public abstract double value(double z, int y);

    /** Return the derivative of the loss by z. */
    public abstract double slope(double z, int y);

    /** Return the name as it stands in settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Return 1 / (1 + e^-z), which does not overflow. */
    static double sigma(double z) {
        double e = Math.exp(-Math.abs(z));
        return z >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
}
