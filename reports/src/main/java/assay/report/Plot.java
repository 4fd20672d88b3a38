package assay.report;

/**
 * Be the part of a drawing that its axes enclose; what names them stands around it. All in drawing units.
 *
 * @param width of the whole drawing
 * @param height of the whole drawing
 */
public record Plot(double width, double height, double left, double right, double top, double bottom) {
    /** How wide every drawing is. */
    static final double WIDTH = 380;

    /** Return the plot with these margins at its sides and {@code below} under it. */
    static Plot between(double leftMargin, double rightMargin, double top, double bottom, double below) {
        return new Plot(WIDTH, bottom + below, leftMargin, WIDTH - rightMargin, top, bottom);
    }

    /** Return an axis from left to right. */
    Axis across(double low, double high) {
        return Axis.linear(low, high, left, right);
    }

    /** Return an axis from the bottom to the top. */
    Axis upwards(double low, double high, boolean log) {
        return log ? Axis.logarithmic(low, high, bottom, top) : Axis.linear(low, high, bottom, top);
    }
}
