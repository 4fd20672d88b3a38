package assay.check.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {
    /** Counted by a program of its own; with lengths 3 and 3 to 6 the counts are those of the task catalogue. */
    @ParameterizedTest
    @CsvSource({"3, 2, 36, 353", "3, 3, 36, 155", "6, 3, 86, 477", "8, 3, 91, 491", "8, 2, 91, 1625"})
    void every_image_of_a_size_is_listed_once(int longest, int distance, int single, int pairs) {
        List<Picture> all = new Pictures(8, 3, longest, distance).every();
        assertEquals(single, all.stream().filter(one -> one.lines().size() == 1).count());
        assertEquals(pairs, all.stream().filter(one -> one.lines().size() == 2).count());
        assertEquals(all.size(), all.stream().distinct().count());
    }

    @Test
    void drawn_images_keep_to_the_rules_and_are_the_same_for_a_seed() {
        Pictures pictures = new Pictures(100, 3, 95, 3);
        List<Picture> drawn = pictures.drawn(400, 5);
        assertEquals(drawn, pictures.drawn(400, 5));
        assertEquals(200, drawn.stream().filter(one -> one.lines().size() == 1).count());
        for (Picture one : drawn) {
            for (Line line : one.lines()) {
                assertTrue(line.length() >= 3 && line.length() <= 95);
                assertTrue(line.row() < 100 && line.row() - line.length() + 1 >= 0, line.toString());
                assertTrue(line.column() >= 0 && line.column() + line.length() <= 100, line.toString());
            }
            assertTrue(one.lines().size() == 1
                    || one.lines().get(0).isApart(one.lines().get(1), 3));
        }
    }

    @Test
    void among_the_drawn_pairs_are_some_as_close_as_is_allowed() {
        long close = new Pictures(100, 3, 95, 3)
                .drawn(400, 5).stream()
                        .filter(one -> one.lines().size() == 2)
                        .filter(one -> !one.lines().get(0).isApart(one.lines().get(1), 4))
                        .count();
        assertTrue(close >= 100, close + " close pairs");
    }

    @Test
    void a_line_knows_whether_it_touches_the_border() {
        assertTrue(new Line(7, 2, 3).touchesBorder(8));
        assertTrue(new Line(2, 3, 3).touchesBorder(8));
        assertTrue(new Line(5, 0, 3).touchesBorder(8));
        assertTrue(new Line(5, 5, 3).touchesBorder(8));
        assertTrue(!new Line(5, 2, 3).touchesBorder(8));
    }
}
