package assay.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Hold a temporary folder that is gone afterwards; other users may read what is in it, since children run as such. */
final class Staging implements AutoCloseable {
    private final Path folder;

    private Staging(Path folder) {
        this.folder = folder;
    }

    static Staging make() throws IOException {
        Path folder = Files.createTempDirectory("assay-");
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return new Staging(folder);
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        Trees.delete(folder);
    }
}
