package assay.grade;

import assay.run.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Put a folder in the place of another one in two steps, of which the second is done later if the process is killed between. */
final class Replacement {
    private static final String OLD = ".old-";
    private static final String NEW = ".new-";

    private Replacement() {}

    /** Return the place beside {@code folder} where the one that is to replace it is made; empty. */
    static Path making(Path folder) throws IOException {
        Path made = beside(folder, NEW);
        Trees.delete(made);
        return Files.createDirectories(made);
    }

    /** Return that place, {@code empty} or as it is. */
    static Path making(Path folder, boolean empty) throws IOException {
        return empty ? making(folder) : beside(folder, NEW);
    }

    /** Put what was made into the place of {@code folder}. */
    static void swap(Path folder) throws IOException {
        Path old = beside(folder, OLD);
        Trees.delete(old);
        Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        Files.move(beside(folder, NEW), folder, StandardCopyOption.ATOMIC_MOVE);
        Trees.delete(old);
    }

    /** Finish what a killed process has begun in {@code parent}: an old folder whose place is empty goes back. */
    static void settle(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            List<Path> all = entries.sorted().toList();
            for (Path entry : all) {
                String name = entry.getFileName().toString();
                if (name.startsWith(OLD)) {
                    Path place = parent.resolve(name.substring(OLD.length()));
                    if (Files.exists(place)) {
                        Trees.delete(entry);
                    } else {
                        Files.move(entry, place, StandardCopyOption.ATOMIC_MOVE);
                    }
                } else if (name.startsWith(NEW)) {
                    Trees.delete(entry);
                }
            }
        }
    }

    private static Path beside(Path folder, String prefix) {
        return folder.resolveSibling(prefix + folder.getFileName());
    }
}
