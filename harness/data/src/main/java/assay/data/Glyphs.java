package assay.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Know how digits are written: as strokes of lines and elliptical arcs, in a box 10 wide and 14 high with y downwards.
 *
 * <p>The table is read thus: {@code L x y x y ...} goes on to these points, {@code A cx cy rx ry from to} goes on along an
 * arc (degrees; 0 is right, 90 is down), {@code |} lifts the pen.
 */
final class Glyphs {
    /** The centre of the box. */
    static final double CENTRE_X = 5;

    /** The centre of the box. */
    static final double CENTRE_Y = 7;

    /** The height of the box. */
    static final double HEIGHT = 14;

    private static final double DEGREES_PER_STEP = 24;

    private static final String[][] TABLE = {
        {"A 5 7 3.9 6.4 -90 270", "A 5 7 3.3 6.4 -60 310", "A 5 7 4.4 5.9 -110 260"},
        {"L 5 0.5 5 13.5", "L 2.6 3.6 5.4 0.6 5.4 13.4", "L 2.6 3.4 5.2 0.6 5.2 13.3 | L 2.2 13.4 8.2 13.4"},
        {
            "A 5 4.6 3.9 4 -170 35 L 1.2 13.2 9 13.2",
            "A 4.8 4.4 3.8 3.8 -150 50 L 2.4 11.6 1.4 13 3.4 12.2 6.6 13.3 9 12.4",
            "A 5 4.4 3.6 3.8 -175 40 L 1.6 13.3 8.8 13.3"
        },
        {
            "A 4.8 3.9 3.6 3.4 -155 85 A 4.8 10.2 4 3.4 -85 155",
            "L 1.6 0.8 8.3 0.8 4.8 5.8 A 4.6 9.7 4 3.8 -80 150",
            "A 4.6 3.8 3.2 3.2 -140 100 A 4.8 10.3 4.2 3.3 -100 140"
        },
        {
            "L 6.6 0.6 1 9.4 9.2 9.4 | L 6.8 0.6 6.8 13.4",
            "L 2.2 0.8 1.6 7.8 8.8 7.8 | L 7.6 2.6 7.2 13.4",
            "L 6.2 0.6 1.2 9 9 8.8 | L 6.6 4.6 6.4 13.4"
        },
        {
            "L 8.4 0.7 2.3 0.7 1.9 6.2 A 4.7 9.3 4.1 4 -130 140",
            "L 2.6 1 2.2 6 A 4.6 9.2 4 4.2 -120 130 | L 2.6 1 8.6 0.6",
            "L 8 0.8 2.8 1 2 6.6 A 4.4 9.6 3.8 3.7 -110 150"
        },
        {
            "A 8.2 8.8 7.1 8.2 -95 -175 A 4.9 9.6 3.8 3.8 180 -170",
            "L 6.6 0.6 2.6 5.8 A 4.8 9.7 3.7 3.7 -160 -510",
            "A 7.4 8.6 6 8 -80 -170 A 4.8 10 3.4 3.3 185 -150"
        },
        {
            "L 1 0.8 9 0.8 4 13.4",
            "L 1.2 2.6 1.4 0.9 8.8 0.9 5.6 6.8 4.4 13.4",
            "L 1 0.9 8.8 0.8 4.4 13.4 | L 2.8 7 7.9 7"
        },
        {
            "A 5 3.8 3.1 3.2 -90 270 | A 5 10.3 3.9 3.3 -90 270",
            "A 5 3.8 3 3.1 -20 -270 A 5 10.2 3.8 3.3 -90 90 A 5 10.2 3.8 3.3 90 270 L 7.9 2.6",
            "A 5.2 3.7 3.3 3.1 90 450 A 4.8 10.2 3.6 3.4 -90 270"
        },
        {
            "A 5 4.4 3.7 3.9 0 -360 L 8.3 13.4",
            "A 4.8 4.3 3.6 3.7 -20 -370 A 1.2 4.6 7.3 8.9 0 70",
            "A 5 4.2 3.6 3.5 -30 -360 L 8.5 8.8 6.2 13.4"
        }
    };

    private static final double[][][][] READ = read();

    private Glyphs() {}

    /**
     * Write {@code digit} in one of its forms, with a hand that is off by {@code jitter} (in units of the box).
     *
     * @return strokes of points x, y, x, y, ...
     */
    static List<double[]> write(int digit, double jitter, SplitMix random) {
        double[][][] forms = READ[digit];
        List<double[]> strokes = new ArrayList<>();
        Path path = new Path();
        for (double[] part : forms[random.below(forms.length)]) {
            if (part.length == 0) {
                strokes.add(path.end());
                path = new Path();
            } else if (part.length == 2) {
                path.add(part[0] + jitter * random.bell(), part[1] + jitter * random.bell());
            } else {
                arc(path, part, jitter, random);
            }
        }
        strokes.add(path.end());
        return strokes;
    }

    private static void arc(Path path, double[] part, double jitter, SplitMix random) {
        double x = part[0] + jitter * random.bell();
        double y = part[1] + jitter * random.bell();
        double across = part[2] + jitter * random.bell();
        double down = part[3] + jitter * random.bell();
        double from = part[4] + 20 * jitter * random.bell();
        double to = part[5] + 20 * jitter * random.bell();
        int steps = 2 + (int) (Math.abs(to - from) / DEGREES_PER_STEP);
        for (int i = 0; i <= steps; i++) {
            double angle = (from + (to - from) * i / steps) * (StrictMath.PI / 180);
            path.add(x + across * StrictMath.cos(angle), y + down * StrictMath.sin(angle));
        }
    }

    /** Read the table: [digit][form][part], a part being a point, the six numbers of an arc, or nothing for a lifted pen. */
    private static double[][][][] read() {
        double[][][][] digits = new double[TABLE.length][][][];
        for (int digit = 0; digit < TABLE.length; digit++) {
            digits[digit] = new double[TABLE[digit].length][][];
            for (int form = 0; form < TABLE[digit].length; form++) {
                digits[digit][form] = parts(TABLE[digit][form].split(" "));
            }
        }
        return digits;
    }

    private static double[][] parts(String[] words) {
        List<double[]> parts = new ArrayList<>();
        int length = 2;
        for (int i = 0; i < words.length; ) {
            if (words[i].equals("|")) {
                parts.add(new double[0]);
                i++;
            } else if (words[i].equals("L") || words[i].equals("A")) {
                length = words[i].equals("L") ? 2 : 6;
                i++;
            } else {
                double[] part = new double[length];
                for (int j = 0; j < length; j++) {
                    part[j] = Double.parseDouble(words[i++]);
                }
                parts.add(part);
            }
        }
        return parts.toArray(new double[0][]);
    }

    /** A stroke that grows. */
    private static final class Path {
        private double[] points = new double[64];
        private int length;

        void add(double x, double y) {
            if (length == points.length) {
                points = Arrays.copyOf(points, 2 * length);
            }
            points[length++] = x;
            points[length++] = y;
        }

        double[] end() {
            return Arrays.copyOf(points, length);
        }
    }
}
