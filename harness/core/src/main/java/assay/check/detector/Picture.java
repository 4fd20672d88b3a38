package assay.check.detector;

import java.util.List;

/** Be a square image of {@code side} times {@code side} pixels with one line or two. */
record Picture(int side, List<Line> lines) {
    Picture {
        lines = List.copyOf(lines);
    }

    /** Return the number of lit pixels. */
    int pixels() {
        return lines.stream().mapToInt(Line::length).sum();
    }

    boolean touchesBorder() {
        return lines.stream().anyMatch(line -> line.touchesBorder(side));
    }

    /** Say what is on it: "a single line of length 4", "two lines of lengths 3 and 5". */
    String describe() {
        return lines.size() == 1
                ? "a single line of length " + lines.get(0).length()
                : "two lines of lengths " + lines.get(0).length() + " and "
                        + lines.get(1).length();
    }
}
