package assay.check.region;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import tools.jackson.databind.JsonNode;

/**
 * Be an open convex polygon: the points strictly inside.
 *
 * @param corners 3 to 16 in order, either way round, no three in a row on one line
 */
public record Polygon(List<Point> corners) {
    private static final int MOST_CORNERS = 16;

    /** Say where a point lies. */
    public enum Where {
        INSIDE("inside"),
        ON("on the edge of"),
        OUTSIDE("outside");

        private final String words;

        Where(String words) {
            this.words = words;
        }

        /** Return the words that go before "the triangle". */
        public String words() {
            return words;
        }
    }

    public Polygon {
        corners = List.copyOf(corners);
        if (corners.size() < 3 || corners.size() > MOST_CORNERS) {
            throw new IllegalArgumentException(
                    "target must have 3 to " + MOST_CORNERS + " corners, has " + corners.size());
        }
        if (corners.stream().distinct().count() < corners.size()) {
            throw new IllegalArgumentException("target must not have a corner twice, was " + corners);
        }
        for (int i = 0; i < corners.size(); i++) {
            refuseDent(corners, i);
        }
    }

    /** Read corners as they are written: [[0, 0], [1, 0], ["1/3", 1]]. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Polygon read(JsonNode written) {
        List<Point> corners = new ArrayList<>();
        for (JsonNode corner : written) {
            if (!corner.isArray() || corner.size() != 2) {
                throw new IllegalArgumentException(
                        "target must be a list of corners [x, y], has " + ExactNumber.quote(corner.toString()));
            }
            corners.add(new Point(number(corner.get(0)), number(corner.get(1))));
        }
        return new Polygon(corners);
    }

    private static BigFraction number(JsonNode written) {
        if (!written.isNumber() && !written.isString()) {
            throw new IllegalArgumentException("a coordinate must be a number or a text like \"1/3\", was "
                    + ExactNumber.quote(written.toString()));
        }
        return ExactNumber.parse(written.asString());
    }

    /** All other corners must lie strictly on one side of every side; that excludes dents and stars. */
    private static void refuseDent(List<Point> corners, int i) {
        Point from = corners.get(i);
        Point to = corners.get((i + 1) % corners.size());
        Line side = Line.through(from, to);
        int inner = side.sideOf(corners.get((i + 2) % corners.size()));
        for (int k = 2; k < corners.size(); k++) {
            Point other = corners.get((i + k) % corners.size());
            if (inner == 0 || side.sideOf(other) != inner) {
                throw new IllegalArgumentException("target must be convex with its corners in order; " + other
                        + " is on the wrong side of " + side);
            }
        }
    }

    /** Return the lines of the sides; side i goes from corner i to the next. */
    public List<Line> sides() {
        List<Line> sides = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            sides.add(Line.through(corners.get(i), corners.get((i + 1) % corners.size())));
        }
        return sides;
    }

    /** Return on which side of line i the inside is: -1 or 1. */
    int inner(int side) {
        return sides().get(side).sideOf(corners.get((side + 2) % corners.size()));
    }

    /** Decide where a point lies, exactly. */
    public Where locate(Point point) {
        List<Line> sides = sides();
        Where found = Where.INSIDE;
        for (int i = 0; i < sides.size(); i++) {
            int inner = sides.get(i).sideOf(corners.get((i + 2) % corners.size()));
            int sign = sides.get(i).sideOf(point) * inner;
            if (sign < 0) {
                return Where.OUTSIDE;
            }
            found = sign == 0 ? Where.ON : found;
        }
        return found;
    }

    /** Return its name: "triangle", "quadrilateral" or "polygon". */
    public String noun() {
        return switch (corners.size()) {
            case 3 -> "triangle";
            case 4 -> "quadrilateral";
            default -> "polygon";
        };
    }

    /** Name a side: "x + y = 1, from (1, 0) to (0, 1)". */
    public String nameOf(int side) {
        return sides().get(side) + ", from " + corners.get(side) + " to " + corners.get((side + 1) % corners.size());
    }
}
