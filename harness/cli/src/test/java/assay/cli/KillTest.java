package assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small version of ci/kill-trials.py: three kills of a class of twelve. */
@Tag("slow")
class KillTest {
    @TempDir
    private Path folder;

    @Test
    void a_class_that_is_killed_three_times_is_finished_with_the_records_of_an_undisturbed_run()
            throws IOException, InterruptedException {
        Trial.run(folder, "kill-trials.py", "--kills", "3", "--count", "12", "--longest", "3");
    }
}
