import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;

/** Derivatives forwards: one pass of dual numbers per entry. */
class Tangents {
    /** A number with its derivative along one direction. */
    record Dual(double value, double rate) {
        Dual plus(Dual other) {
            return new Dual(value + other.value, rate + other.rate);
        }

        Dual times(Dual other) {
            return new Dual(value * other.value, rate * other.value + value * other.rate);
        }

        Dual sigmoid() {
            double s = value >= 0 ? 1 / (1 + Math.exp(-value)) : Math.exp(value) / (1 + Math.exp(value));
            return new Dual(s, rate * s * (1 - s));
        }
    }

    private static Dual[] times(Dual[][] m, Dual[] x) {
        return Arrays.stream(m)
                .map(row -> {
                    Dual sum = new Dual(0, 0);
                    for (int j = 0; j < x.length; j++) {
                        sum = sum.plus(row[j].times(x[j]));
                    }
                    return sum;
                })
                .toArray(Dual[]::new);
    }

    private static Dual[][] dual(double[][] m, int row, int column) {
        Dual[][] dual = new Dual[m.length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m.length; j++) {
                dual[i][j] = new Dual(m[i][j], i == row && j == column ? 1 : 0);
            }
        }
        return dual;
    }

    private static Dual loss(Dual[][] a, Dual[][] b, double[] x) {
        Dual[] point = Arrays.stream(x).mapToObj(one -> new Dual(one, 0)).toArray(Dual[]::new);
        Dual[] y = times(a, point), v = times(b, point), h = new Dual[x.length];
        Arrays.setAll(h, i -> y[i].sigmoid().times(v[i]));
        Dual sum = new Dual(0, 0);
        for (Dual w : times(a, times(a, h))) {
            sum = sum.plus(w.times(w));
        }
        return sum;
    }

    private static double[][] derivatives(double[][] a, double[][] b, double[] x, boolean byA) {
        double[][] result = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                result[i][j] = byA
                        ? loss(dual(a, i, j), dual(b, -1, -1), x).rate()
                        : loss(dual(a, -1, -1), dual(b, i, j), x).rate();
            }
        }
        return result;
    }

    @Solves("backprop/gradients")
    Answers gradients(Inputs in) {
        double[][] a = in.matrix("A"), b = in.matrix("B");
        double[] x = in.vector("x");
        return Answers.of("dB", derivatives(a, b, x, false))
                .and("dA", derivatives(a, b, x, true))
                .and("loss", loss(dual(a, -1, -1), dual(b, -1, -1), x).value());
    }

    @Solves("backprop/descent")
    Answers descent(Inputs in) {
        double[][] a = in.matrix("A"), b = in.matrix("B"), points = in.matrix("x");
        double[][] rows = new double[in.integer("steps") + 1][9];
        for (double[] row : rows) {
            double[][] nextA = {a[0].clone(), a[1].clone()}, nextB = {b[0].clone(), b[1].clone()};
            for (double[] x : points) {
                row[8] += loss(dual(a, -1, -1), dual(b, -1, -1), x).value();
                for (int e = 0; e < 4; e++) {
                    nextA[e / 2][e % 2] -= in.number("rate") * derivatives(a, b, x, true)[e / 2][e % 2];
                    nextB[e / 2][e % 2] -= in.number("rate") * derivatives(a, b, x, false)[e / 2][e % 2];
                }
            }
            for (int e = 0; e < 4; e++) {
                row[e] = a[e / 2][e % 2];
                row[4 + e] = b[e / 2][e % 2];
            }
            a = nextA;
            b = nextB;
        }
        return Answers.of("trajectory", rows);
    }
}
