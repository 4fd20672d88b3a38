package assay.cli;

import assay.assignment.Assignment;
import assay.assignment.Library;
import assay.run.Device;
import assay.run.LibraryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** Pack the jars of the libraries that an assignment's Java code may use, to be unpacked where the kit is. */
final class LibraryKit {
    private static final long FIXED_TIME = 315_532_800_000L; // 1980-01-01, the first time that a zip can hold
    private static final int PLAIN = 0100644;

    private final Workspace workspace;
    private final Assignment assignment;

    LibraryKit(Workspace workspace, Assignment assignment) {
        this.workspace = workspace;
        this.assignment = assignment;
    }

    /** Return the libraries that some task declares. */
    List<Library> libraries() {
        return assignment.tasks().stream()
                .flatMap(task -> task.libraries().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Write the zip and return the number of files in it.
     *
     * @throws assay.run.GradingException if the jars are not there and cannot be built
     */
    int write(Path target) throws IOException {
        Path folder = workspace.libraries(Device.CPU);
        new LibraryFolder(folder, Workspace.cache(), missing -> workspace.makeLibraries(Device.CPU))
                .take(libraries(), assignment.limits());
        Path making = target.resolveSibling(target.getFileName() + ".new");
        try {
            int count = write(folder, making);
            Files.move(making, target, StandardCopyOption.REPLACE_EXISTING);
            return count;
        } finally {
            Files.deleteIfExists(making);
        }
    }

    private int write(Path folder, Path making) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(making);
                Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            for (Path jar : jars) {
                byte[] content = Files.readAllBytes(jar);
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipArchiveEntry entry =
                        new ZipArchiveEntry(assignment.id() + "-kit/" + folder.getFileName() + "/" + jar.getFileName());
                entry.setTime(FIXED_TIME);
                entry.setUnixMode(PLAIN);
                entry.setMethod(ZipMethod.STORED.getCode()); // a jar does not get smaller
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putArchiveEntry(entry);
                zip.write(content);
                zip.closeArchiveEntry();
            }
            return jars.size();
        }
    }
}
