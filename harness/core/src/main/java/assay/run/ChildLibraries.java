package assay.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Hold what a Java child gets for the libraries of its tasks. All paths are those of this machine; where an option or a
 * variable names one of them, an enclosure puts the child's place for it instead.
 *
 * @param jars what follows the worker's own jars on the class path, to compile and to run; no two have the same name
 * @param environment variables that the child gets besides the usual ones, or in their place
 * @param jvmOptions what follows the usual options of the JVM
 * @param readOnly files and folders that the child may read
 * @param writableCache names of folders that the child finds empty and may write to; they are its own and end with it
 */
public record ChildLibraries(
        List<Path> jars,
        Map<String, String> environment,
        List<String> jvmOptions,
        List<Path> readOnly,
        List<Path> writableCache) {
    public ChildLibraries {
        jars = List.copyOf(jars);
        environment = Map.copyOf(environment);
        jvmOptions = List.copyOf(jvmOptions);
        readOnly = List.copyOf(readOnly);
        writableCache = List.copyOf(writableCache);
    }

    /** Return no libraries. */
    public static ChildLibraries none() {
        return new ChildLibraries(List.of(), Map.of(), List.of(), List.of(), List.of());
    }

    /** Return whether there is nothing to give. */
    public boolean isEmpty() {
        return equals(none());
    }

    /** Return the same with {@code places} instead of the paths that they are the places of. */
    ChildLibraries at(Map<Path, Path> places) {
        Map<String, String> variables = new HashMap<>();
        environment.forEach((name, value) -> variables.put(name, replaced(value, places)));
        return new ChildLibraries(
                jars.stream().map(jar -> places.getOrDefault(jar, jar)).toList(),
                variables,
                jvmOptions.stream().map(option -> replaced(option, places)).toList(),
                readOnly.stream().map(path -> places.getOrDefault(path, path)).toList(),
                writableCache.stream()
                        .map(path -> places.getOrDefault(path, path))
                        .toList());
    }

    private static String replaced(String text, Map<Path, Path> places) {
        List<Path> longestFirst = new ArrayList<>(places.keySet());
        longestFirst.sort(
                Comparator.comparingInt((Path path) -> path.toString().length()).reversed());
        String result = text;
        for (Path path : longestFirst) {
            result = result.replace(
                    path.toString(), places.getOrDefault(path, path).toString());
        }
        return result;
    }

    /** Return the same, with links or copies in {@code folder} of whatever other users of this machine cannot reach. */
    ChildLibraries published(Path folder) throws IOException {
        Map<Path, Path> places = new LinkedHashMap<>();
        WorkerStage.open(Files.createDirectories(folder));
        List<Path> all = new ArrayList<>(jars);
        all.addAll(readOnly);
        for (Path path : all) {
            if (!isOpen(path)) {
                Path place = folder.resolve(places.size() + "-" + path.getFileName());
                publish(path, place);
                places.put(path, place);
            }
        }
        return at(places);
    }

    private static void publish(Path path, Path place) throws IOException {
        if (Files.isRegularFile(path)) {
            if (!Files.exists(place)) {
                WorkerStage.linkOrCopy(path, place);
                if (!isReadableByAll(place)) {
                    WorkerStage.readable(place);
                }
            }
            return;
        }
        WorkerStage.open(Files.createDirectories(place));
        try (Stream<Path> entries = Files.list(path)) {
            for (Path entry : entries.toList()) {
                publish(entry, place.resolve(entry.getFileName()));
            }
        }
    }

    /** Return whether every user may pass through the folders above {@code path} and read it with all below. */
    private static boolean isOpen(Path path) throws IOException {
        if (!WorkerStage.isPosix(path)) {
            return true;
        }
        for (Path above = path.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
            if (!Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        try (Stream<Path> below = Files.walk(path)) {
            return below.allMatch(ChildLibraries::isReadableByAll);
        } catch (UncheckedIOException e) {
            return false; // not even by this user
        }
    }

    private static boolean isReadableByAll(Path path) {
        try {
            return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException e) {
            return false;
        }
    }
}
