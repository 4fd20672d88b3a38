package assay.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Stage the files that children run in a folder of the cache that is named after their content. */
final class WorkerStage {
    /** The class data archive notes the times of its jars, so staged jars all have this one. */
    static final FileTime TIME = FileTime.fromMillis(1_000_000_000_000L);

    private static final Duration KEPT = Duration.ofDays(30);

    /** So many stay, however old they look: when the clock is set, those in use look old as well. */
    private static final int LEAST_KEPT = 8;

    private static final String SCRIPT = "assay/python/assay.py";

    private WorkerStage() {}

    /** Stage; what is there already is used again. */
    static WorkerFiles stage(SandboxOptions options) {
        try {
            Path javaHome = Path.of(System.getProperty("java.home")).toRealPath();
            List<String> names = new ArrayList<>();
            List<byte[]> contents = new ArrayList<>();
            for (Path entry : options.workerClassPath()) {
                contents.add(Files.isDirectory(entry) ? jar(entry) : Files.readAllBytes(entry));
                names.add(String.format("%02d-%s.jar", names.size(), plain(entry)));
            }
            byte[] script = script();
            boolean gpu = options.gpu().isPresent();
            byte[] filter = SystemCallTable.here()
                    .map(calls -> gpu ? SystemCallFilter.bytesForGpu(calls) : SystemCallFilter.bytes(calls))
                    .orElse(new byte[0]);
            Path all = options.cache().toAbsolutePath().resolve("children");
            Path folder = all.resolve(key(javaHome, contents, script, filter));
            open(Files.createDirectories(folder));
            Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
            forgetOld(all);
            List<Path> jars = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                jars.add(put(folder.resolve(names.get(i)), contents.get(i)));
            }
            Path scriptFile = put(folder.resolve("assay.py"), script);
            return new WorkerFiles(javaHome, jars, scriptFile, put(folder.resolve("filter.bpf"), filter), folder);
        } catch (IOException e) {
            throw new GradingException("the cache folder must be writable, was not: " + options.cache(), e);
        }
    }

    /** Remove what no sandbox has used for a long time; each version of the worker has its own folder. */
    private static void forgetOld(Path children) throws IOException {
        FileTime oldest = FileTime.from(Instant.now().minus(KEPT));
        Map<Path, FileTime> used = new HashMap<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(children)) {
            for (Path folder : folders) {
                used.put(folder, Files.getLastModifiedTime(folder));
            }
            List<Path> old = used.entrySet().stream()
                    .sorted(Map.Entry.<Path, FileTime>comparingByValue().reversed())
                    .skip(LEAST_KEPT)
                    .filter(folder -> folder.getValue().compareTo(oldest) < 0)
                    .map(Map.Entry::getKey)
                    .toList();
            for (Path folder : old) {
                Trees.delete(folder);
            }
        } catch (NoSuchFileException e) {
            // another process removed it at the same time
        }
    }

    /** Return the files as seen from a folder that other users can reach; the class data archive comes with them. */
    static WorkerFiles publish(WorkerFiles files, Path folder) throws IOException {
        open(Files.createDirectories(folder));
        List<Path> jars = new ArrayList<>();
        for (Path jar : files.jars()) {
            jars.add(linkOrCopy(jar, folder.resolve(jar.getFileName())));
        }
        Path script = linkOrCopy(files.script(), folder.resolve(files.script().getFileName()));
        Path filter = linkOrCopy(files.filter(), folder.resolve(files.filter().getFileName()));
        Path archive = files.archive(IsolationLevel.A);
        if (Files.isRegularFile(archive)) {
            linkOrCopy(archive, folder.resolve(archive.getFileName()));
        }
        return new WorkerFiles(files.javaHome(), jars, script, filter, folder);
    }

    /** Make {@code target} the same file as {@code file}, or a copy where that cannot be. */
    static Path linkOrCopy(Path file, Path target) throws IOException {
        try {
            return Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException e) {
            // another file system, or one without links
            return Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Write a file whole or not at all, readable by all. */
    static Path put(Path file, byte[] content) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != content.length) {
            Path temporary = Files.createTempFile(file.getParent(), "new", "");
            Files.write(temporary, content);
            Files.setLastModifiedTime(temporary, TIME);
            if (isPosix(temporary)) {
                Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    /** Let all users pass through a folder. */
    static void open(Path folder) throws IOException {
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Let every user read a file. */
    static void readable(Path file) throws IOException {
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    static boolean isPosix(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix");
    }

    private static String plain(Path entry) {
        String name = String.valueOf(entry.getFileName()).replaceAll("\\.jar$", "");
        return name.replaceAll("[^A-Za-z0-9.-]", "-");
    }

    private static byte[] script() throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in =
                (loader == null ? WorkerStage.class.getClassLoader() : loader).getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new GradingException("the class path must hold " + SCRIPT + " (module assay-python)");
            }
            return in.readAllBytes();
        }
    }

    /** Pack a folder of classes; the same classes give the same bytes. */
    private static byte[] jar(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = bytes;
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
                entry.setLastModifiedTime(TIME);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String key(Path javaHome, List<byte[]> jars, byte[] script, byte[] filter) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (javaHome + "\n" + System.getProperty("java.vm.version") + "\n").getBytes(StandardCharsets.UTF_8));
            jars.forEach(jar -> digest.update(digestOf(jar)));
            digest.update(digestOf(script));
            digest.update(digestOf(filter));
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] digestOf(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
