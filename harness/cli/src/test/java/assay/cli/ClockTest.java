package assay.cli;

import assay.testkit.Needs;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small version of ci/clock-trials.py: the date jumps by years every second. */
@Tag("slow")
class ClockTest {
    @TempDir
    private Path folder;

    @Test
    void a_clock_that_is_set_while_a_class_is_graded_killed_and_resumed_changes_no_record()
            throws IOException, InterruptedException {
        Needs.tool("cc");
        Trial.run(folder, "clock-trials.py", "--every", "1", "--count", "4", "--no-endless");
    }
}
