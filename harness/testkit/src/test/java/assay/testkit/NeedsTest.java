package assay.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class NeedsTest {
    @Test
    void what_is_there_is_found() {
        assertTrue(Files.isExecutable(Needs.tool("sh")));
    }

    @Test
    void what_is_missing_skips_the_test_but_fails_it_where_the_build_is_vouched_for() {
        Class<? extends Throwable> expected = Needs.strict() ? AssertionFailedError.class : TestAbortedException.class;
        Throwable thrown = assertThrows(Throwable.class, () -> Needs.tool("no-such-program"));
        assertEquals(expected, thrown.getClass());
        assertTrue(thrown.getMessage().contains("needs the program no-such-program"), thrown.getMessage());
    }
}
