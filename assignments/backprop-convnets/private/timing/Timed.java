import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

/** What submissions in Java are timed against: back-propagation of one point after the other, written out for K = 2. */
class Timed {
    @Solves("backprop/descent")
    Answers descent(Inputs in) {
        double[][] a = in.matrix("A"), b = in.matrix("B"), points = in.matrix("x");
        double rate = in.number("rate");
        double[][] rows = new double[in.integer("steps") + 1][];
        for (int t = 0; t < rows.length; t++) {
            double[] d = new double[8];
            double loss = 0;
            for (double[] x : points) {
                loss += accumulate(a, b, x[0], x[1], d);
            }
            rows[t] = new double[] {a[0][0], a[0][1], a[1][0], a[1][1], b[0][0], b[0][1], b[1][0], b[1][1], loss};
            for (int e = 0; e < 4; e++) {
                a[e / 2][e % 2] -= rate * d[e];
                b[e / 2][e % 2] -= rate * d[4 + e];
            }
        }
        return Answers.of("trajectory", rows);
    }

    private static double accumulate(double[][] a, double[][] b, double x0, double x1, double[] d) {
        double a00 = a[0][0], a01 = a[0][1], a10 = a[1][0], a11 = a[1][1];
        double u0 = 1 / (1 + Math.exp(-(a00 * x0 + a01 * x1))), u1 = 1 / (1 + Math.exp(-(a10 * x0 + a11 * x1)));
        double v0 = b[0][0] * x0 + b[0][1] * x1, v1 = b[1][0] * x0 + b[1][1] * x1;
        double h0 = u0 * v0, h1 = u1 * v1;
        double z0 = a00 * h0 + a01 * h1, z1 = a10 * h0 + a11 * h1;
        double w0 = a00 * z0 + a01 * z1, w1 = a10 * z0 + a11 * z1;
        double gz0 = 2 * (a00 * w0 + a10 * w1), gz1 = 2 * (a01 * w0 + a11 * w1);
        double gh0 = a00 * gz0 + a10 * gz1, gh1 = a01 * gz0 + a11 * gz1;
        double gy0 = gh0 * v0 * u0 * (1 - u0), gy1 = gh1 * v1 * u1 * (1 - u1);
        d[0] += 2 * w0 * z0 + gz0 * h0 + gy0 * x0;
        d[1] += 2 * w0 * z1 + gz0 * h1 + gy0 * x1;
        d[2] += 2 * w1 * z0 + gz1 * h0 + gy1 * x0;
        d[3] += 2 * w1 * z1 + gz1 * h1 + gy1 * x1;
        d[4] += gh0 * u0 * x0;
        d[5] += gh0 * u0 * x1;
        d[6] += gh1 * u1 * x0;
        d[7] += gh1 * u1 * x1;
        return w0 * w0 + w1 * w1;
    }
}
