package assay.check.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.check.Evidence;
import assay.check.Judgement;
import assay.check.region.RegionCheck.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Hold the judgement of the published weights under hardlim(0) = 1 as a file; {@code -Dgolden.write=true} rewrites it. */
class PublishedEvidenceTest {
    private static final Path GOLDEN = Path.of("src/test/resources/assay/check/region/published.json");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void the_judgement_of_the_published_weights_is_as_in_the_file() throws IOException {
        Map<String, Judgement> judgements = new LinkedHashMap<>();
        judgements.put("inside", Judging.judge(Networks.published(1), Part.INSIDE));
        judgements.put("boundary", Judging.judge(Networks.published(1), Part.BOUNDARY));
        String written = JSON.writeValueAsString(judgements).replace("\r\n", "\n") + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, written);
        }
        assertEquals(Files.readString(GOLDEN), written);
    }

    @Test
    void the_cells_fill_the_window_and_tell_right_from_wrong() {
        Evidence.Regions drawing = (Evidence.Regions)
                Judging.judge(Networks.published(1), Part.INSIDE).evidence().get(0);
        assertEquals(
                List.of(-1.0, -1.0, 2.0, 2.0),
                List.of(drawing.left(), drawing.bottom(), drawing.right(), drawing.top()));
        assertEquals(7, drawing.cells().size());
        assertEquals(
                9.0,
                drawing.cells().stream()
                        .mapToDouble(cell -> area(cell.corners()))
                        .sum(),
                1e-12);
        assertEquals(
                3,
                drawing.cells().stream()
                        .filter(cell -> cell.expected() != cell.actual())
                        .count());
        assertEquals(
                List.of("unit 1", "unit 2", "unit 3"),
                drawing.lines().stream().map(Evidence.Regions.Line::name).toList());
        assertEquals(new Evidence.Regions.Point(-1, 2), drawing.lines().get(0).from());
        assertEquals(new Evidence.Regions.Point(2, -1), drawing.lines().get(0).to());
    }

    @Test
    void lines_that_coincide_share_a_name_and_lines_out_of_sight_are_left_out() {
        Network network = Networks.of(1, List.of("1 0 -1", "2 0 -2", "0 1 -50", "0 0 1"), "1 1 1 1", "0");
        Evidence.Regions drawing = (Evidence.Regions)
                Judging.judge(network, Part.INSIDE).evidence().get(0);
        assertEquals(
                List.of("units 1, 2"),
                drawing.lines().stream().map(Evidence.Regions.Line::name).toList());
    }

    @Test
    void a_drawing_with_very_many_regions_keeps_the_wrong_ones() {
        StringBuilder weights = new StringBuilder("0");
        List<String> units = new java.util.ArrayList<>(List.of("1 1 -1"));
        for (int i = 1; i < 64; i++) {
            units.add((i * i % 13 - 6) + " " + (i * 5 % 11 - 5) + " " + (i % 9 - 4) + "/3");
            weights.append(" 0");
        }
        Judgement judgement = Judging.judge(Networks.of(0, units, weights.toString(), "-1"), Part.INSIDE);
        Evidence.Regions drawing = (Evidence.Regions) judgement.evidence().get(0);
        assertEquals(600, drawing.cells().size());
        assertTrue(drawing.title().matches("Where the network is 1 \\(600 of \\d+ regions\\)"), drawing.title());
        Evidence.Regions.Cell first = drawing.cells().get(0);
        assertEquals(List.of(1, 0), List.of(first.expected(), first.actual()));
    }

    private static double area(List<Evidence.Regions.Point> corners) {
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            Evidence.Regions.Point p = corners.get(i);
            Evidence.Regions.Point q = corners.get((i + 1) % corners.size());
            twice += p.x() * q.y() - q.x() * p.y();
        }
        return Math.abs(twice) / 2;
    }
}
