package assay.grade;

import assay.run.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hold a temporary folder that is gone afterwards and that other users cannot read; the sandbox makes its own copy. */
public final class Staging implements AutoCloseable {
    /** Hold the folders of this process, so that an interrupt leaves none behind. */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Staging::deleteAll));
    }

    private final Path folder;

    private Staging(Path folder) {
        this.folder = folder;
    }

    /** Make one. */
    public static Staging make() throws IOException {
        Path folder = Files.createTempDirectory("assay-");
        OPEN.add(folder);
        return new Staging(folder);
    }

    /** Return where it is. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        Trees.delete(folder);
        OPEN.remove(folder);
    }

    private static void deleteAll() {
        for (Path left : OPEN) {
            try {
                Trees.delete(left);
            } catch (IOException e) {
                // The process ends; what a child still writes there cannot be waited for.
            }
        }
    }
}
