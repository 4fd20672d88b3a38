package assay.data;

import java.util.List;

/** Hold ink on paper, 0 to 1 for each pixel, and draw strokes with a round pen of soft edge. */
final class Canvas {
    private final int side;
    private final double[] ink;

    Canvas(int side) {
        this.side = side;
        ink = new double[side * side];
    }

    /** Move strokes by an affine map, and wave them a little. */
    record Pose(double xx, double xy, double yx, double yy, double x, double y, double wave, double phase) {
        private static final double FREQUENCY = 4.5; // radians per height of a digit

        /** Return where the points of a stroke come to lie. */
        double[] place(double[] stroke) {
            double[] placed = new double[stroke.length];
            for (int i = 0; i < stroke.length; i += 2) {
                double u = (stroke[i] - Glyphs.CENTRE_X) / Glyphs.HEIGHT;
                double v = (stroke[i + 1] - Glyphs.CENTRE_Y) / Glyphs.HEIGHT;
                placed[i] = x + xx * u + xy * v + wave * StrictMath.sin(FREQUENCY * v + phase);
                placed[i + 1] = y + yx * u + yy * v + wave * StrictMath.cos(FREQUENCY * u + phase);
            }
            return placed;
        }
    }

    /** Draw {@code strokes} with a pen of {@code radius} pixels whose edge is {@code soft} pixels wide. */
    void draw(List<double[]> strokes, Pose pose, double radius, double soft) {
        for (double[] stroke : strokes) {
            double[] at = pose.place(stroke);
            for (int i = 0; i + 3 < at.length; i += 2) {
                line(at[i], at[i + 1], at[i + 2], at[i + 3], radius, soft);
            }
        }
    }

    /** Return the ink at a pixel. */
    double ink(int row, int column) {
        return ink[row * side + column];
    }

    /** Blur by the mask 1 2 1 in both directions, its share of the neighbours being {@code share} (1/2 is the full mask). */
    void blur(double share) {
        double[] wide = new double[ink.length];
        for (int step : new int[] {1, side}) {
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    int at = row * side + column;
                    int place = step == 1 ? column : row;
                    double before = place == 0 ? ink[at] : ink[at - step];
                    double after = place == side - 1 ? ink[at] : ink[at + step];
                    wide[at] = (1 - share) * ink[at] + share * 0.5 * (before + after);
                }
            }
            System.arraycopy(wide, 0, ink, 0, ink.length);
        }
    }

    private void line(double x0, double y0, double x1, double y1, double radius, double soft) {
        double reach = radius + soft / 2;
        double dx = x1 - x0;
        double dy = y1 - y0;
        double square = dx * dx + dy * dy;
        int bottom = (int) Math.min(side - 1, Math.ceil(Math.max(y0, y1) + reach));
        int right = (int) Math.min(side - 1, Math.ceil(Math.max(x0, x1) + reach));
        int left = (int) Math.max(0, Math.floor(Math.min(x0, x1) - reach));
        for (int row = (int) Math.max(0, Math.floor(Math.min(y0, y1) - reach)); row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double along = square > 0 ? ((column - x0) * dx + (row - y0) * dy) / square : 0;
                double on = Math.max(0, Math.min(1, along));
                double awayX = column - x0 - on * dx;
                double awayY = row - y0 - on * dy;
                double squared = awayX * awayX + awayY * awayY;
                if (squared >= reach * reach) {
                    continue;
                }
                double distance = Math.sqrt(squared);
                double here = Math.max(0, Math.min(1, (radius - distance) / soft + 0.5));
                int at = row * side + column;
                ink[at] = Math.max(ink[at], here);
            }
        }
    }
}
