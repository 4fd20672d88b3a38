package assay.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProseTest {
    @Test
    void it_is_cut_at_its_headings() {
        Prose prose = Prose.parse("# My proofs\n\n## first\nBecause.\n\nSo.\n## `second`  \nAlso.\n");
        assertEquals(Map.of("first", "Because.\n\nSo.", "second", "Also."), prose.sections());
    }

    @Test
    void other_headings_and_fenced_lines_belong_to_the_text() {
        Prose prose = Prose.parse("## first\n### Part\n```\n## second\n```\n## two words\nEnd.");
        assertEquals(Map.of("first", "### Part\n```\n## second\n```\n## two words\nEnd."), prose.sections());
    }

    @Test
    void a_heading_that_comes_twice_goes_on_and_an_empty_one_is_nothing() {
        assertEquals(
                Map.of("first", "One.\nTwo."),
                Prose.parse("## first\nOne.\n## empty\n \n## first\nTwo.").sections());
    }
}
