package assay.check.region;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Counts on a grid of 2146 points, 159 of them inside, computed beforehand by a separate program in Python's fractions:
 * {i/8 : -16 <= i <= 24}^2, (1/3, 2/3), (1/3, 1/3), (+-10^6, +-10^6), and each side at k/16 with offsets {-1e-9, 0, 1e-9}^2.
 */
class GridTest {
    private static final List<Point> GRID = grid();

    private static List<Point> grid() {
        List<Point> points = new ArrayList<>();
        for (int i = -16; i <= 24; i++) {
            for (int j = -16; j <= 24; j++) {
                points.add(new Point(new BigFraction(i, 8), new BigFraction(j, 8)));
            }
        }
        points.add(new Point(new BigFraction(1, 3), new BigFraction(2, 3)));
        points.add(new Point(new BigFraction(1, 3), new BigFraction(1, 3)));
        for (int x : new int[] {-1_000_000, 1_000_000}) {
            points.add(Point.of(x, -1_000_000));
            points.add(Point.of(x, 1_000_000));
        }
        for (int k = 0; k <= 16; k++) {
            BigFraction along = new BigFraction(k, 16);
            for (int offset = 0; offset < 9; offset++) {
                BigFraction dx = new BigFraction(offset / 3 - 1, 1_000_000_000);
                BigFraction dy = new BigFraction(offset % 3 - 1, 1_000_000_000);
                points.add(new Point(dx, along.add(dy)));
                points.add(new Point(along.add(dx), dy));
                points.add(
                        new Point(along.add(dx), BigFraction.ONE.subtract(along).add(dy)));
            }
        }
        return points;
    }

    @Test
    void the_grid_has_2146_points_and_159_inside() {
        assertEquals(2146, GRID.size());
        assertEquals(159, GRID.stream().filter(GridTest::isInside).count());
    }

    private static boolean isInside(Point point) {
        return Networks.isInside(point);
    }

    static List<Arguments> counts() {
        List<String> flipped = List.of("1 1 -1", "1 0 0", "0 -1 0");
        List<String> published = List.of("1 1 -1", "0 1 0", "1 0 0");
        return List.of(
                Arguments.of("NOR, hardlim(0) = 1", Networks.nor(1), 0, 0),
                Arguments.of("AND, hardlim(0) = 0", Networks.and(0), 0, 0),
                Arguments.of("six units, hardlim(0) = 1", Networks.six(1), 0, 0),
                Arguments.of("six units, hardlim(0) = 0", Networks.six(0), 0, 0),
                Arguments.of("NOR, hardlim(0) = 0", Networks.nor(0), 178, 0),
                Arguments.of("AND, hardlim(0) = 1", Networks.and(1), 178, 0),
                Arguments.of("published, hardlim(0) = 1", Networks.published(1), 1092, 0),
                Arguments.of("published, hardlim(0) = 0", Networks.published(0), 602, 159),
                Arguments.of("published, -1 for unit 1", Networks.of(1, published, "-1 1 1", "-2"), 115, 0),
                Arguments.of("OR", Networks.of(1, Networks.OUTER, "1 1 1", "-1/2"), 1987, 159),
                Arguments.of("bias 3/2", Networks.of(1, Networks.OUTER, "-1 -1 -1", "3/2"), 1371, 0),
                Arguments.of("one unit turned", Networks.of(1, flipped, "-1 -1 -1", "1/2"), 300, 159));
    }

    @ParameterizedTest(name = "{0}: {2} too many, {3} missed")
    @MethodSource("counts")
    void the_counts_agree_and_so_does_the_exact_verdict(String name, Network network, int tooMany, int missed) {
        int extra = 0;
        int lost = 0;
        for (Point point : GRID) {
            int output = network.evaluate(point).output();
            extra += output == 1 && !isInside(point) ? 1 : 0;
            lost += output == 0 && isInside(point) ? 1 : 0;
        }
        assertEquals(List.of(tooMany, missed), List.of(extra, lost));

        Survey survey = Survey.of(network, Networks.TRIANGLE);
        boolean right =
                survey.wrongFaces().isEmpty() && survey.wrongEdgesAndCorners().isEmpty();
        assertEquals(tooMany + missed == 0, right);
    }
}
