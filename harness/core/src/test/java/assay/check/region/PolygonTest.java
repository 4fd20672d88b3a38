package assay.check.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.check.region.Polygon.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PolygonTest {
    private static Polygon read(String json) {
        return JsonMapper.shared().readValue(json, Polygon.class);
    }

    @Test
    void corners_are_numbers_or_texts() {
        assertEquals(Networks.TRIANGLE, read("[[0, 0], [1.0, \"0\"], [\"0/5\", 1]]"));
        assertEquals(
                "(1/10, 1/3)",
                read("[[0.1, \"1/3\"], [1, 0], [2, 2]]").corners().get(0).toString());
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[[0,0],[1,0]]|3 to 16 corners",
                "[[0,0],[1,0],[2,0]]|convex",
                "[[0,0],[1,0],[1,0],[0,1]]|twice",
                "[[0,0],[4,0],[1,1],[0,4]]|convex",
                "[[0,0],[1,1],[1,0],[0,1]]|convex",
                "[[0,10],[6,-8],[-9,3],[9,3],[-6,-8]]|convex",
                "[[0,0],[1,0],[0]]|corners [x, y]",
                "[[0,0],[1,0],[0,\"1/0\"]]|divide by zero",
                "[[0,0],[1,0],[0,true]]|coordinate",
                "7|corners"
            })
    void what_is_not_a_convex_polygon_is_refused(String json, String words) {
        Exception refused = assertThrows(Exception.class, () -> read(json));
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    @ParameterizedTest(name = "({0}, {1}) is {2}")
    @CsvSource({
        "1/4, 1/4, INSIDE",
        "1/3, 2/3, ON",
        "0.333333333333333333333333333333333, 2/3, INSIDE",
        "0, 0, ON",
        "0, 1/2, ON",
        "0, 2, OUTSIDE",
        "1, 1, OUTSIDE",
        "-1e-60, 1/2, OUTSIDE"
    })
    void a_point_is_located_exactly_whichever_way_round(String x, String y, Where where) {
        Point point = new Point(ExactNumber.parse(x), ExactNumber.parse(y));
        assertEquals(where, Networks.TRIANGLE.locate(point));
        assertEquals(where, read("[[0, 0], [0, 1], [1, 0]]").locate(point));
    }
}
