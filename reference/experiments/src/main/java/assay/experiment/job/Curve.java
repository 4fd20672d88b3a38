package assay.experiment.job;

import java.util.Arrays;

/** Collect the points of a curve; a run of neighbours can be drawn together to their mean. */
public final class Curve {
    private double[] x = new double[64];
    private double[] y = new double[64];
    private int size;
    private double sum;
    private int summed;

    /** Add a point. */
    public void add(double at, double value) {
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
        }
        x[size] = at;
        y[size] = value;
        size++;
    }

    /** Take {@code value} into the mean of the next point. */
    public void gather(double value) {
        sum += value;
        summed++;
    }

    /** Add the mean of what was gathered since the last point; nothing gathered adds nothing. */
    public void point(double at) {
        if (summed > 0) {
            add(at, sum / summed);
        }
        sum = 0;
        summed = 0;
    }

    /** Return the number of points. */
    public int size() {
        return size;
    }

    /** Return where the points are. */
    public double[] x() {
        return Arrays.copyOf(x, size);
    }

    /** Return the values at the points. */
    public double[] y() {
        return Arrays.copyOf(y, size);
    }

    /** Return the last value. */
    public double last() {
        return y[size - 1];
    }
}
