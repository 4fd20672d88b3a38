package assay.reference.training;

import java.util.Arrays;
import java.util.Random;

/**
 * Be a small convolutional net for one channel of 28 by 28: filters of 5 by 5 with step 2, rectifiers, the largest of 2 by 2,
 * and one linear map to the classes.
 */
final class ConvolutionModel extends Classifier {
    private static final int WIDTH = 28;
    private static final int KERNEL = 5;
    private static final int STEP = 2;
    /** Places of a filter in a row: (28 - 5) / 2 + 1. */
    private static final int MAP = 12;

    private static final int POOLED = MAP / 2;

    private final int filters;
    private final int classes;
    // After the weights [kernel, kernel, filters]: biases [filters], weights [pooled, pooled, filters, classes], biases
    // [classes].
    private final int biases;

    private final int upper;
    private final int upperBiases;

    ConvolutionModel(int filters, int classes, Random random) {
        super((KERNEL * KERNEL + 1) * filters + (POOLED * POOLED * filters + 1) * classes);
        this.filters = filters;
        this.classes = classes;
        this.biases = KERNEL * KERNEL * filters;
        this.upper = biases + filters;
        this.upperBiases = upper + POOLED * POOLED * filters * classes;
        // He et al. 2015 below; the linear map from zeros, so that the first loss is ln K.
        double deviation = Math.sqrt(2.0 / (KERNEL * KERNEL));
        for (int i = 0; i < biases; i++) {
            parameters[i] = deviation * random.nextGaussian();
        }
    }

    /** Return how many numbers are learned. */
    int size() {
        return parameters.length;
    }

    /** Hold what a picture becomes below the linear map, and from which place of the map each largest came. */
    @SuppressWarnings("ArrayRecordComponent") // lives within one step
    private record Pooled(double[] values, int[] from) {}

    @Override
    double[] scores(Pictures pictures, int image) {
        return scores(pooled(pictures, image));
    }

    private double[] scores(Pooled pooled) {
        double[] scores = Arrays.copyOfRange(parameters, upperBiases, upperBiases + classes);
        for (int j = 0; j < pooled.values().length; j++) {
            for (int k = 0; k < classes; k++) {
                scores[k] += pooled.values()[j] * parameters[upper + j * classes + k];
            }
        }
        return scores;
    }

    private Pooled pooled(Pictures pictures, int image) {
        double[] map = new double[MAP * MAP * filters];
        for (int i = 0; i < map.length; i++) {
            map[i] = parameters[biases + i % filters];
        }
        visit(pictures, image, (value, place, weight) -> {
            for (int f = 0; f < filters; f++) {
                map[place * filters + f] += value * parameters[weight * filters + f];
            }
        });
        double[] values = new double[POOLED * POOLED * filters];
        int[] from = new int[values.length];
        for (int j = 0; j < values.length; j++) {
            int cell = j / filters;
            int corner = (2 * (cell / POOLED) * MAP + 2 * (cell % POOLED)) * filters + j % filters;
            from[j] = corner;
            for (int other : new int[] {corner + filters, corner + MAP * filters, corner + (MAP + 1) * filters}) {
                from[j] = map[other] > map[from[j]] ? other : from[j];
            }
            values[j] = Math.max(0, map[from[j]]);
        }
        return new Pooled(values, from);
    }

    /** Be what happens where a pixel meets a weight of the kernel, for one place of the map. */
    private interface Meeting {
        void at(double value, int place, int weight);
    }

    private static void visit(Pictures pictures, int image, Meeting meeting) {
        int[] places = pictures.places()[image];
        double[] values = pictures.values()[image];
        for (int i = 0; i < places.length; i++) {
            int row = places[i] / WIDTH;
            int column = places[i] % WIDTH;
            for (int a = row % STEP; a < KERNEL && a <= row; a += STEP) {
                int above = (row - a) / STEP;
                for (int b = column % STEP; above < MAP && b < KERNEL && b <= column; b += STEP) {
                    int left = (column - b) / STEP;
                    if (left < MAP) {
                        meeting.at(values[i], above * MAP + left, a * KERNEL + b);
                    }
                }
            }
        }
    }

    @Override
    void step(Pictures pictures, int[] labels, int[] batch, double rate, Random random) {
        double[] gradient = new double[parameters.length];
        for (int image : batch) {
            add(gradient, pictures, image, labels[image]);
        }
        for (int i = 0; i < gradient.length; i++) {
            parameters[i] -= rate / batch.length * gradient[i];
        }
    }

    private void add(double[] gradient, Pictures pictures, int image, int label) {
        Pooled pooled = pooled(pictures, image);
        double[] outer = scores(pooled);
        toGradient(outer, label);
        double[] inner = new double[MAP * MAP * filters];
        for (int k = 0; k < classes; k++) {
            gradient[upperBiases + k] += outer[k];
        }
        for (int j = 0; j < pooled.values().length; j++) {
            double value = pooled.values()[j];
            if (value > 0) {
                for (int k = 0; k < classes; k++) {
                    gradient[upper + j * classes + k] += value * outer[k];
                    inner[pooled.from()[j]] += parameters[upper + j * classes + k] * outer[k];
                }
                gradient[biases + j % filters] += inner[pooled.from()[j]];
            }
        }
        visit(pictures, image, (value, place, weight) -> {
            for (int f = 0; f < filters; f++) {
                gradient[weight * filters + f] += value * inner[place * filters + f];
            }
        });
    }
}
