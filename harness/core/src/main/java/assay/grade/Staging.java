package assay.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hold a temporary folder that is gone afterwards; other users may read what is in it, since children run as such. */
final class Staging implements AutoCloseable {
    /** Hold the folders of this process, so that an interrupt leaves none behind. */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Staging::deleteAll));
    }

    private final Path folder;

    private Staging(Path folder) {
        this.folder = folder;
    }

    static Staging make() throws IOException {
        Path folder = Files.createTempDirectory("assay-");
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        OPEN.add(folder);
        return new Staging(folder);
    }

    Path folder() {
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
