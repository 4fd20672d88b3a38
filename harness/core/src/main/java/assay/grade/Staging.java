package assay.grade;

import assay.run.GradingException;
import assay.run.StagingArea;
import assay.run.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Hold a temporary folder that is gone afterwards and that other users cannot read; the sandbox makes its own copy. All
 * folders of a process lie in one that is locked, so that what a killed process left is known and removed by the next.
 */
public final class Staging implements AutoCloseable {
    private static @Nullable StagingArea area;

    private final Path folder;

    private Staging(Path folder) {
        this.folder = folder;
    }

    /** Make one. */
    public static Staging make() throws IOException {
        return new Staging(Files.createTempDirectory(area().folder(), "stage-"));
    }

    /** Return where it is. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        Trees.delete(folder);
    }

    private static synchronized StagingArea area() {
        StagingArea present = area;
        if (present == null || !Files.isDirectory(present.folder())) {
            present = StagingArea.make(false);
            area = present;
            Runtime.getRuntime().addShutdownHook(new Thread(Staging::forget));
        }
        return present;
    }

    private static synchronized void forget() {
        StagingArea present = area;
        if (present != null) {
            try {
                present.close();
            } catch (GradingException e) {
                // A thread still writes there; the next run of the harness removes it.
            }
        }
    }
}
