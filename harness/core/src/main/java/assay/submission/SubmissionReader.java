package assay.submission;

import assay.assignment.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Copy a submission (folder, zip, tar.gz) to a folder of the harness; nothing in it is executed or followed. */
public final class SubmissionReader {
    private SubmissionReader() {}

    /** Return the id of the submission at {@code source}: its name without the archive's ending. */
    public static String idOf(Path source) {
        String name = source.toAbsolutePath().normalize().getFileName().toString();
        return Files.isDirectory(source)
                ? name
                : name.substring(0, name.length() - ArchiveReader.ending(source).length());
    }

    /** Return whether {@code source} is of a form that can be read. */
    public static boolean accepts(Path source) {
        return Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)
                || (Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS)
                        && !ArchiveReader.ending(source).isEmpty());
    }

    /**
     * Copy {@code source} into {@code staging}, which must be an empty folder.
     *
     * @throws UnreadableSubmission if nothing of it can be graded
     */
    public static Submission read(Path source, Path staging) throws UnreadableSubmission, IOException {
        Path folder = staging.toAbsolutePath().normalize();
        Intake intake = new Intake(folder);
        if (Files.isSymbolicLink(source)) {
            throw new UnreadableSubmission("is a link, which is not followed; name the folder or archive itself");
        } else if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
            walk(source, intake);
        } else if (ArchiveReader.ending(source).isEmpty()) {
            throw new UnreadableSubmission("must be a folder, a .zip or a .tar.gz");
        } else {
            ArchiveReader.read(source, intake);
        }
        String root = commonRoot(intake);
        Path top = root.isEmpty() ? folder : folder.resolve(root);
        List<String> files = new ArrayList<>();
        Digest digest = new Digest();
        for (String file : intake.files()) {
            String inside = root.isEmpty() ? file : file.substring(root.length() + 1);
            files.add(inside);
            digest.add(inside, Files.readAllBytes(top.resolve(inside)));
        }
        List<String> notes = new ArrayList<>(intake.notes());
        notes.addAll(Overlooked.in(files));
        Submission submission = new Submission(idOf(source), top, files, digest.hex(), notes);
        if (submission.isEmpty()) {
            throw new UnreadableSubmission(
                    files.isEmpty()
                            ? "is empty; hand in answers.yaml, .java or .py files"
                            : "holds neither answers.yaml nor .java files nor .py files at its top or in python/, nor"
                                    + " predictions/*.csv"
                                    + Overlooked.in(files).stream()
                                            .map(note -> "; " + note)
                                            .collect(Collectors.joining()));
        }
        return submission;
    }

    /** Return the one folder that holds everything (as archives of a folder have it), or "" if there is no such. */
    private static String commonRoot(Intake intake) {
        String root = "";
        for (String file : intake.files()) {
            int slash = file.indexOf('/');
            if (slash < 0 || !(root.isEmpty() || file.startsWith(root + "/"))) {
                return "";
            }
            root = file.substring(0, slash);
        }
        boolean isSources = root.equals("src") || root.equals("java") || root.equals("predictions");
        return isSources ? "" : root;
    }

    private static void walk(Path source, Intake intake) throws IOException, UnreadableSubmission {
        List<UnreadableSubmission> refused = new ArrayList<>();
        Files.walkFileTree(source, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean clutter = !folder.equals(source) && ArchiveReader.isClutter(name(folder));
                boolean deep = source.relativize(folder).getNameCount() >= Intake.MOST_LEVELS;
                if (deep && !clutter) {
                    intake.leaveOut(name(folder), "it lies more than " + Intake.MOST_LEVELS + " folders deep");
                }
                return clutter || deep ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = name(file);
                if (attributes.isSymbolicLink() || !attributes.isRegularFile()) {
                    intake.leaveOut(name, "it is a link or no plain file");
                } else if (!ArchiveReader.isClutter(name)) {
                    try {
                        take(file, name, attributes.size(), intake);
                    } catch (UnreadableSubmission e) {
                        refused.add(e);
                        return FileVisitResult.TERMINATE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            private String name(Path path) {
                return source.relativize(path)
                        .toString()
                        .replace(path.getFileSystem().getSeparator(), "/");
            }
        });
        if (!refused.isEmpty()) {
            throw refused.get(0);
        }
    }

    private static void take(Path file, String name, long size, Intake intake)
            throws IOException, UnreadableSubmission {
        if (size > Intake.MOST_BYTES_EACH) {
            throw Intake.tooLarge(name, (size >> 20) + " MiB");
        }
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            intake.take(name, content);
        } catch (NoSuchFileException e) {
            intake.leaveOut(name, "it vanished while it was read");
        }
    }
}
