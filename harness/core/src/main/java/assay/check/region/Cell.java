package assay.check.region;

import java.util.List;

/**
 * Be one piece into which lines cut the plane: all its points lie on the same side of every line.
 *
 * @param at an exact point of it, with small numbers where the piece allows
 * @param signs its side of every line of the arrangement: '-', '0' (on the line) or '+'
 * @param bounds the lines along its edges; for an edge the one that it lies on, for a corner those that meet
 */
public record Cell(Kind kind, Point at, String signs, List<Integer> bounds) {
    /** Name the kinds. */
    public enum Kind {
        /** An open part of the plane between the lines. */
        FACE("region"),
        /** A part of one line between two corners, or beyond the last. */
        EDGE("edge"),
        /** A point where lines cross. */
        CORNER("corner");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Return its name for people. */
        public String word() {
            return word;
        }
    }

    public Cell {
        bounds = List.copyOf(bounds);
    }

    /** Return the sign at line {@code line}: -1, 0 or 1. */
    public int sign(int line) {
        return signOf(signs.charAt(line));
    }

    static int signOf(char sign) {
        return sign == '+' ? 1 : (sign == '-' ? -1 : 0);
    }

    static char charOf(int sign) {
        return sign > 0 ? '+' : (sign < 0 ? '-' : '0');
    }
}
