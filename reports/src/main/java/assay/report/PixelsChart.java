package assay.report;

import assay.check.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draw a black and white image as a grid, with the responses of a filter on it.
 *
 * @param id prefix for the ids of the drawing
 * @param about the text alternative
 * @param ruled the grid lines, as drawing commands, or "" where pixels are too small for them
 * @param lit the pixels that are 1, as drawing commands
 * @param marks the responses
 * @param radius of a mark
 * @param omitted responses that are not drawn
 */
public record PixelsChart(
        String id,
        String title,
        String about,
        Plot plot,
        String ruled,
        String lit,
        List<Mark> marks,
        double radius,
        List<Axis.Tick> rows,
        List<Axis.Tick> columns,
        String expected,
        String actual,
        int omitted) {
    private static final double LEFT = 28;
    private static final double TOP = 24;
    private static final double MARGIN = 8;
    private static final double LARGEST_PIXEL = 38;
    private static final double LEAST_RULED = 7;
    private static final double LEAST_WRITTEN = 24;
    private static final int MOST_LENGTH = 5;
    private static final int MOST_MARKS = 200;
    private static final int MOST_SIDE = 256;
    private static final int MOST_TICKS = 12;

    public PixelsChart {
        marks = List.copyOf(marks);
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /**
     * Be a response.
     *
     * @param value as it is written in the table
     * @param label as it is written in the drawing, "" where it does not fit
     */
    public record Mark(double x, double y, int row, int column, boolean onLit, String value, String label) {}

    static PixelsChart of(String id, Evidence.Pixels evidence) {
        int height = Math.min(Math.max(evidence.height(), 1), MOST_SIDE);
        int width = Math.min(Math.max(evidence.width(), 1), MOST_SIDE);
        double pixel = Axis.round(Math.min(LARGEST_PIXEL, (Plot.WIDTH - LEFT - MARGIN) / Math.max(height, width)));
        List<Mark> marks = evidence.responses().stream()
                .filter(one -> isInside(one.row(), one.column(), height, width))
                .limit(MOST_MARKS)
                .map(one -> mark(one, evidence, pixel))
                .toList();
        return new PixelsChart(
                id,
                evidence.title(),
                about(evidence),
                new Plot(
                        Plot.WIDTH,
                        Axis.round(TOP + height * pixel + MARGIN),
                        LEFT,
                        Axis.round(LEFT + width * pixel),
                        TOP,
                        Axis.round(TOP + height * pixel)),
                pixel < LEAST_RULED ? "" : ruled(height, width, pixel),
                lit(evidence, height, width, pixel),
                marks,
                Axis.round(Math.max(pixel * 0.36, 2)),
                ticks(height, TOP, pixel),
                ticks(width, LEFT, pixel),
                VisibleText.capped(evidence.expected(), EvidenceView.MOST_CELL),
                VisibleText.capped(evidence.actual(), EvidenceView.MOST_CELL),
                evidence.responses().size() - marks.size());
    }

    private static boolean isInside(int row, int column, int height, int width) {
        return row >= 0 && row < height && column >= 0 && column < width;
    }

    private static Mark mark(Evidence.Pixels.Response one, Evidence.Pixels evidence, double pixel) {
        boolean fits = pixel >= LEAST_WRITTEN && one.value().length() <= MOST_LENGTH;
        return new Mark(
                Axis.round(LEFT + (one.column() + 0.5) * pixel),
                Axis.round(TOP + (one.row() + 0.5) * pixel),
                one.row(),
                one.column(),
                evidence.lit().contains(new Evidence.Pixels.Pixel(one.row(), one.column())),
                EvidenceView.cell(one.value()),
                fits ? one.value() : "");
    }

    private static String ruled(int height, int width, double pixel) {
        StringBuilder path = new StringBuilder();
        for (int row = 0; row <= height; row++) {
            path.append('M').append(LEFT).append(' ').append(Axis.round(TOP + row * pixel));
            path.append('H').append(Axis.round(LEFT + width * pixel));
        }
        for (int column = 0; column <= width; column++) {
            path.append('M')
                    .append(Axis.round(LEFT + column * pixel))
                    .append(' ')
                    .append(TOP);
            path.append('V').append(Axis.round(TOP + height * pixel));
        }
        return path.toString();
    }

    private static String lit(Evidence.Pixels evidence, int height, int width, double pixel) {
        StringBuilder path = new StringBuilder();
        for (Evidence.Pixels.Pixel one : evidence.lit()) {
            if (isInside(one.row(), one.column(), height, width)) {
                path.append('M').append(Axis.round(LEFT + one.column() * pixel));
                path.append(' ').append(Axis.round(TOP + one.row() * pixel));
                path.append('h')
                        .append(pixel)
                        .append('v')
                        .append(pixel)
                        .append("h-")
                        .append(pixel)
                        .append('z');
            }
        }
        return path.toString();
    }

    private static List<Axis.Tick> ticks(int count, double from, double pixel) {
        int step = Math.max(1, (count + MOST_TICKS - 1) / MOST_TICKS);
        List<Axis.Tick> ticks = new ArrayList<>();
        for (int i = 0; i < count; i += step) {
            ticks.add(new Axis.Tick(Axis.round(from + (i + 0.5) * pixel), String.valueOf(i)));
        }
        return ticks;
    }

    private static String about(Evidence.Pixels evidence) {
        int responses = evidence.responses().size();
        String reading = evidence.reading();
        String capital =
                reading.isEmpty() ? "" : reading.substring(0, 1).toUpperCase(Locale.ROOT) + reading.substring(1);
        String text = "An image of " + evidence.height() + " by " + evidence.width() + " pixels, "
                + evidence.lit().size() + " of them lit. "
                + (responses == 0
                        ? "The filter responds nowhere. "
                        : "The filter responds at " + responses + (responses == 1 ? " pixel. " : " pixels. "))
                + capital + ".";
        return VisibleText.capped(text, EvidenceView.MOST_TEXT);
    }
}
