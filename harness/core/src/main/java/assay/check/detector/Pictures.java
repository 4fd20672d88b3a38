package assay.check.detector;

import assay.api.reference.Draw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Make the images that a detector is tried on. */
final class Pictures {
    private static final int MOST_TRIES = 10_000;

    private final int side;
    private final int shortest;
    private final int longest;
    private final int distance;

    /** Take lines of {@code shortest} to {@code longest} pixels; two are {@code distance} or more rows or columns apart. */
    Pictures(int side, int shortest, int longest, int distance) {
        this.side = side;
        this.shortest = shortest;
        this.longest = Math.min(longest, side);
        this.distance = distance;
    }

    /** List every image with one line, then every one with two, each by the number of its pixels. */
    List<Picture> every() {
        List<Line> lines = lines();
        List<Picture> single = new ArrayList<>();
        List<Picture> pairs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            single.add(new Picture(side, List.of(lines.get(i))));
            for (int j = 0; j < i; j++) {
                if (lines.get(j).isApart(lines.get(i), distance)) {
                    pairs.add(new Picture(side, List.of(lines.get(j), lines.get(i))));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Picture::pixels));
        single.addAll(pairs);
        return single;
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int length = shortest; length <= longest; length++) {
            for (int row = length - 1; row < side; row++) {
                for (int column = 0; column <= side - length; column++) {
                    lines.add(new Line(row, column, length));
                }
            }
        }
        return lines;
    }

    /** Draw {@code count} images, by turns with one line and two; of the pairs every second is as close as is allowed. */
    List<Picture> drawn(int count, long seed) {
        Draw draw = new Draw(seed);
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Line first = line(draw);
            if (i % 2 == 0) {
                pictures.add(new Picture(side, List.of(first)));
            } else {
                pictures.add(i % 4 == 1 ? pair(draw, first) : closePair(draw, first));
            }
        }
        return pictures;
    }

    private Line line(Draw draw) {
        int length = draw.integer(shortest, longest);
        return new Line(draw.integer(length - 1, side - 1), draw.integer(0, side - length), length);
    }

    private Picture pair(Draw draw, Line first) {
        Line one = first;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Line other = line(draw);
            if (one.isApart(other, distance)) {
                return new Picture(side, List.of(one, other));
            }
            one = tries % 10 == 9 ? line(draw) : one;
        }
        throw new IllegalStateException("two lines of " + shortest + " or more pixels do not fit into " + side);
    }

    /** Put the second line into a parallel at the least distance, or into the same diagonal behind the least gap. */
    private Picture closePair(Draw draw, Line first) {
        Line one = first;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int length = draw.integer(shortest, Math.max(shortest, longest / 2));
            boolean behind = draw.integer(0, 1) == 0;
            int on = one.length() - 1 + distance;
            Line other = behind
                    ? new Line(one.row() - on, one.column() + on, length)
                    : new Line(one.row(), one.column() + 2 * distance - 1, length);
            boolean fits = other.row() - length + 1 >= 0 && other.column() + length <= side;
            if (fits && one.isApart(other, distance)) {
                return new Picture(side, List.of(one, other));
            }
            one = line(draw);
        }
        throw new IllegalStateException("two close lines do not fit into " + side);
    }
}
