package assay.check.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ArrangementTest {
    private static Line line(int a, int b, int c) {
        return new Line(BigInteger.valueOf(a), BigInteger.valueOf(b), BigInteger.valueOf(c));
    }

    private static void assertPieces(Arrangement arrangement, int faces, int edges, int corners) {
        assertEquals(
                List.of(faces, edges, corners),
                List.of(
                        arrangement.faces().size(),
                        arrangement.edges().size(),
                        arrangement.corners().size()));
    }

    @Test
    void one_line_has_two_sides() {
        assertPieces(Arrangement.of(List.of(line(2, 3, 5))), 2, 1, 0);
    }

    @Test
    void parallel_lines_make_strips() {
        assertPieces(Arrangement.of(List.of(line(1, 0, 0), line(1, 0, -1), line(1, 0, -2))), 4, 3, 0);
        assertPieces(Arrangement.of(List.of(line(1, 2, 0), line(2, 4, -1))), 3, 2, 0);
    }

    @Test
    void lines_through_one_point_make_wedges() {
        assertPieces(Arrangement.of(List.of(line(1, 0, -1), line(0, 1, -1), line(1, 1, -2), line(1, -1, 0))), 8, 8, 1);
    }

    @Test
    void the_lines_of_a_triangle_make_seven_faces() {
        assertPieces(Arrangement.of(Networks.TRIANGLE.sides()), 7, 9, 3);
    }

    @Test
    void a_line_given_twice_in_other_numbers_counts_once() {
        assertPieces(Arrangement.of(List.of(line(1, 1, -1), line(-3, -3, 3))), 2, 1, 0);
    }

    @Test
    void no_line_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Arrangement.of(List.of()));
    }

    @Test
    void the_points_are_easy_to_check_by_hand() {
        List<String> points = Arrangement.of(Networks.TRIANGLE.sides()).faces().stream()
                .map(face -> face.at().toString())
                .sorted()
                .toList();
        assertEquals(List.of("(-1, -1)", "(-1, 1)", "(-1, 3)", "(1, -1)", "(1, 1)", "(1/2, 1/3)", "(2, -1/2)"), points);
    }

    /** Roberts' formula: faces = 1 + lines + sum over the corners of (lines through it - 1). */
    @Test
    void three_hundred_random_arrangements_are_complete_and_their_points_lie_where_they_should() {
        Random random = new Random(20);
        for (int k = 0; k < 300; k++) {
            Arrangement arrangement = Arrangement.of(randomLines(random));
            int expected = 1 + arrangement.lines().size();
            for (Cell corner : arrangement.corners()) {
                expected += corner.bounds().size() - 1;
            }
            assertEquals(expected, arrangement.faces().size());
            assertEquals(
                    pairwiseCrossings(arrangement.lines()),
                    arrangement.corners().size());
            for (Cell cell : arrangement.cells()) {
                for (int j = 0; j < arrangement.lines().size(); j++) {
                    assertEquals(
                            cell.sign(j),
                            ExactNumber.sign(value(arrangement.lines().get(j), cell.at())),
                            cell::toString);
                }
            }
            for (Cell face : arrangement.faces()) {
                arrangement.lines().forEach(line -> assertNotEquals(BigFraction.ZERO, value(line, face.at())));
            }
            for (Cell edge : arrangement.edges()) {
                assertEquals(1, on(arrangement.lines(), edge.at()));
            }
            for (Cell corner : arrangement.corners()) {
                assertEquals(corner.bounds().size(), on(arrangement.lines(), corner.at()));
            }
        }
    }

    private static List<Line> randomLines(Random random) {
        List<Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(9);
        int range = 2 + random.nextInt(5);
        while (lines.size() < count) {
            int a = random.nextInt(2 * range) - range;
            int b = random.nextInt(2 * range) - range;
            if (a != 0 || b != 0) {
                lines.add(line(a, b, random.nextInt(2 * range) - range));
            }
        }
        return lines;
    }

    private static BigFraction value(Line line, Point at) {
        return at.x().multiply(line.a()).add(at.y().multiply(line.b())).add(line.c());
    }

    private static long on(List<Line> lines, Point at) {
        return lines.stream()
                .filter(line -> value(line, at).equals(BigFraction.ZERO))
                .count();
    }

    /** Cramer's rule for every pair, on its own. */
    private static int pairwiseCrossings(List<Line> lines) {
        HashSet<Point> crossings = new HashSet<>();
        for (Line p : lines) {
            for (Line q : lines) {
                BigInteger d = p.a().multiply(q.b()).subtract(q.a().multiply(p.b()));
                if (d.signum() != 0) {
                    BigInteger x = p.b().multiply(q.c()).subtract(q.b().multiply(p.c()));
                    BigInteger y = p.c().multiply(q.a()).subtract(q.c().multiply(p.a()));
                    crossings.add(new Point(new BigFraction(x, d), new BigFraction(y, d)));
                }
            }
        }
        return crossings.size();
    }
}
