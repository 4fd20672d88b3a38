package assay.result;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionKeyTest {
    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(strings = {"anna", "../../etc", "CON", "", "\u00c5\u00e4\u00f6", "a b/c", "<script>", "x\0y"})
    void is_safe_as_a_folder_name(String id) {
        assertTrue(SubmissionKey.of(id).matches("[a-z0-9-]{1,40}-[0-9a-f]{8}"), SubmissionKey.of(id));
    }

    @Test
    void keeps_the_letters_under_accents() {
        assertTrue(SubmissionKey.of("J\u00fcrgen").startsWith("jurgen-"), SubmissionKey.of("J\u00fcrgen"));
    }

    @Test
    void differs_for_ids_that_differ_in_case_or_beyond_the_slug() {
        assertNotEquals(SubmissionKey.of("Anna"), SubmissionKey.of("anna"));
        assertNotEquals(SubmissionKey.of("a".repeat(300)), SubmissionKey.of("a".repeat(301)));
    }
}
