package assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import assay.assignment.Assignment;
import assay.authoring.SelfCheckJson;
import assay.result.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Pack a student's kit: an allow-list of the public folder, the launcher and the jars without the reference. */
final class Kit {
    private static final long FIXED_TIME = 315_532_800_000L; // 1980-01-01, the first time that a zip can hold
    private static final int EXECUTABLE = 0100755;
    private static final int PLAIN = 0100644;

    private final Workspace workspace;
    private final Assignment assignment;

    Kit(Workspace workspace, Assignment assignment) {
        this.workspace = workspace;
        this.assignment = assignment;
    }

    /** Write the zip and return the number of files in it; the same inputs give the same bytes. */
    int write(Path target) throws IOException {
        Map<String, byte[]> files = files();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                byte[] content = file.getValue();
                ZipArchiveEntry entry = new ZipArchiveEntry(assignment.id() + "-kit/" + file.getKey());
                entry.setTime(FIXED_TIME);
                entry.setUnixMode(file.getKey().equals("assay") ? EXECUTABLE : PLAIN);
                entry.setSize(content.length);
                CRC32 crc = new CRC32();
                crc.update(content);
                entry.setCrc(crc.getValue());
                zip.putArchiveEntry(entry);
                zip.write(content);
                zip.closeArchiveEntry();
            }
        }
        AtomicFile.write(target, bytes.toByteArray());
        return files.size();
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String launcher : new String[] {"assay", "assay.cmd", "LICENSE"}) {
            Path file = workspace.home().resolve(launcher);
            if (Files.isRegularFile(file)) {
                files.put(launcher, Files.readAllBytes(file));
            }
        }
        add(files, assignment.folder().resolve("public"), "assignments/" + assignment.id() + "/public/");
        add(files, assignment.folder().resolve("public/starter"), "my-solution/");
        for (String first : new String[] {"README.md", "statement.md"}) {
            Path file = assignment.folder().resolve("public").resolve(first);
            if (Files.isRegularFile(file)) {
                files.put(first, Files.readAllBytes(file));
            }
        }
        try (Stream<Path> jars = Files.list(workspace.lib())) {
            for (Path jar : jars.sorted().toList()) {
                String name = jar.getFileName().toString();
                if (name.endsWith(".jar") && !name.startsWith("assay-reference")) {
                    files.put("lib/" + name, Files.readAllBytes(jar));
                }
            }
        }
        files.put("my-solution/python/assay.py", pythonHelper());
        files.put(
                "my-solution/python/selfcheck.json",
                SelfCheckJson.of(assignment.folder()).getBytes(UTF_8));
        return files;
    }

    private static byte[] pythonHelper() throws IOException {
        try (InputStream in = Kit.class.getResourceAsStream("/assay/python/assay.py")) {
            if (in == null) {
                throw new IOException("the Python helper is missing from this installation");
            }
            return in.readAllBytes();
        }
    }

    private static void add(Map<String, byte[]> files, Path folder, String prefix) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(prefix + folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }
}
