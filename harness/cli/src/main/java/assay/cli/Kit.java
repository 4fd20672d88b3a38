package assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import assay.assignment.Assignment;
import assay.assignment.Task;
import assay.authoring.SelfCheckJson;
import assay.result.AtomicFile;
import assay.run.HandedInPredictions;
import assay.run.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Pack a student's kit: an allow-list of the public folder, the launcher and the jars without the reference. */
final class Kit {
    private static final long FIXED_TIME = 315_532_800_000L; // 1980-01-01, the first time that a zip can hold
    private static final int EXECUTABLE = 0100755;
    private static final int PLAIN = 0100644;

    /** Where the files for IDEs go. */
    private static final Map<String, String> IDE_FILES = Map.of(
            "SelfCheckTest.java", "ide/SelfCheckTest.java",
            "settings.json", ".vscode/settings.json",
            "classpath.xml", ".classpath",
            "project.xml", ".project");

    private final Workspace workspace;
    private final Assignment assignment;
    private final Seeds course;

    /** Pack for a course, whose secret the test images depend on where predictions are handed in. */
    Kit(Workspace workspace, Assignment assignment, String secret) {
        this.workspace = workspace;
        this.assignment = assignment;
        this.course = HandedInPredictions.course(secret, assignment.id());
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
        ide(files);
        for (Task task : assignment.tasks()) {
            HandedInPredictions.of(task).ifPresent(images -> images(files, task, images));
        }
        files.put("my-solution/python/assay.py", resource("/assay/python/assay.py"));
        files.put(
                "my-solution/python/selfcheck.json",
                SelfCheckJson.of(assignment.folder()).getBytes(UTF_8));
        return files;
    }

    /** Add images to train on, with labels, and images to classify, without. */
    private void images(Map<String, byte[]> files, Task task, HandedInPredictions images) {
        String stem = task.id().replace('/', '-');
        String folder = "data/" + stem + "/";
        String about = images.description(course) + ".\n\n"
                + "train-images.npy  bytes [n, channels, height, width], 0 to 255\n"
                + "train-labels.npy  bytes [n]\n"
                + "test-images.npy   the images to classify; write one label per line, in this order, into\n"
                + "                  my-solution/predictions/" + stem + ".csv\n";
        files.put(folder + "README.txt", about.getBytes(UTF_8));
        files.put(folder + "train-images.npy", images.training(course).imagesFile());
        files.put(folder + "train-labels.npy", images.training(course).labelsFile());
        files.put(folder + "test-images.npy", images.tests(course).imagesFile());
    }

    /** Add what makes the unpacked kit a project of an IDE, with the public checks as a JUnit test. */
    private void ide(Map<String, byte[]> files) throws IOException {
        try (Stream<Path> jars = Files.list(workspace.lib().resolve("ide"))) {
            for (Path jar : jars.sorted().toList()) {
                files.put("lib/ide/" + jar.getFileName(), Files.readAllBytes(jar));
            }
        }
        String libraries = files.keySet().stream()
                .filter(name -> name.endsWith(".jar"))
                .map(name -> "  <classpathentry kind=\"lib\" path=\"" + name + "\"/>\n")
                .collect(Collectors.joining());
        for (Map.Entry<String, String> file : IDE_FILES.entrySet()) {
            String text = new String(resource("/assay/ide/" + file.getKey()), UTF_8)
                    .replace("@ID@", assignment.id())
                    .replace("@LIBRARIES@\n", libraries);
            files.put(file.getValue(), text.getBytes(UTF_8));
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Kit.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing from this installation");
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
