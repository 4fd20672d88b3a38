package assay.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KINDS = List.of("close-to", "choice", "trajectory", "witness", "graph-edges");

    @ParameterizedTest(name = "{0} is near {1}")
    @CsvSource({
        "close, close-to",
        "closeto, close-to",
        "close_to, close-to",
        "Choice, choice",
        "chioce, choice",
        "trajectroy, trajectory",
        "edges, graph-edges",
        "witnes, witness"
    })
    void a_slip_is_near_what_was_meant(String word, String meant) {
        assertEquals(Optional.of(meant), Suggestion.nearest(word, KINDS));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"region", "x", "is", "numbers"})
    void another_word_is_near_nothing(String word) {
        assertEquals(Optional.empty(), Suggestion.nearest(word, KINDS));
    }

    @Test
    void the_sentence_asks_and_lists() {
        assertEquals(
                "did you mean 'choice'? Known: choice, witness.",
                Suggestion.of("choose", List.of("witness", "choice")));
    }

    @Test
    void without_a_near_word_the_sentence_only_lists() {
        assertEquals("known: choice, witness.", Suggestion.of("region", List.of("witness", "choice")));
    }
}
