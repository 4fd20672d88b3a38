package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every ink on its ground, in both schemes, after WCAG 2.2, 1.4.3 (4.5 : 1 for text) and 1.4.11 (3 : 1 for drawings). */
class ContrastTest {
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6})");
    private static final List<String> VERDICTS =
            List.of("passed", "wrong", "ungradable", "missing", "inconclusive", "hidden", "not-judged", "hint");

    private static Map<String, String> colours(boolean dark) throws IOException {
        try (InputStream style = Templates.class.getResourceAsStream("page.css")) {
            String css = new String(style.readAllBytes(), StandardCharsets.UTF_8);
            int split = css.indexOf("prefers-color-scheme: dark");
            Map<String, String> colours = new HashMap<>();
            Matcher matcher = COLOUR.matcher(dark ? css : css.substring(0, split));
            while (matcher.find()) {
                colours.put(matcher.group(1), matcher.group(2));
            }
            return colours;
        }
    }

    private static double luminance(String colour) {
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double share = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static double contrast(String a, String b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    @Test
    void black_on_white_is_21_to_1() {
        assertEquals(21, contrast("#000000", "#ffffff"), 1e-9);
    }

    @ParameterizedTest(name = "dark: {0}")
    @ValueSource(booleans = {false, true})
    void every_text_can_be_read(boolean dark) throws IOException {
        Map<String, String> colours = colours(dark);
        for (String ground : List.of("paper", "card")) {
            for (String ink : List.of("ink", "soft", "link", "differs", "curve-0")) {
                require(colours, ink, ground, 4.5);
            }
            for (String ink : VERDICTS) {
                if (!ink.equals("hint")) {
                    require(colours, ink, ground, 4.5);
                }
            }
        }
        for (String verdict : VERDICTS) {
            require(colours, verdict, verdict + "-ground", 4.5);
        }
        require(colours, "ink", "wrong-ground", 4.5);
        require(colours, "soft", "wrong-ground", 4.5);
    }

    @ParameterizedTest(name = "dark: {0}")
    @ValueSource(booleans = {false, true})
    void every_line_of_a_drawing_can_be_seen(boolean dark) throws IOException {
        Map<String, String> colours = colours(dark);
        for (int i = 0; i < 6; i++) {
            require(colours, "curve-" + i, "card", 3);
            require(colours, "curve-" + i, "paper", 3);
        }
        require(colours, "fill", "card", 3);
    }

    private static void require(Map<String, String> colours, String ink, String ground, double least) {
        double found = contrast(colours.get(ink), colours.get(ground));
        assertTrue(least <= found, ink + " on " + ground + ": " + found);
    }
}
