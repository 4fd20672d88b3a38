package assay.experiment.linear;

/** Multiply a row of pixels with weights, always in the same order of additions. */
final class Dot {
    private Dot() {}

    /** Return the sum of x[at + i] w[i] over all weights but those from {@code count} on. */
    static double product(float[] x, int at, double[] w, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            a += x[at + i] * w[i];
            b += x[at + i + 1] * w[i + 1];
            c += x[at + i + 2] * w[i + 2];
            d += x[at + i + 3] * w[i + 3];
        }
        for (; i < count; i++) {
            a += x[at + i] * w[i];
        }
        return (a + b) + (c + d);
    }

    /** Add {@code factor} times the row to the weights. */
    static void add(double factor, float[] x, int at, double[] w, int count) {
        for (int i = 0; i < count; i++) {
            w[i] += factor * x[at + i];
        }
    }
}
