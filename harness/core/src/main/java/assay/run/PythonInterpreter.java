package assay.run;

import assay.assignment.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Hold a Python interpreter and the folders that it needs.
 *
 * @param executable the path to start, as the child sees it
 * @param paths what must be visible to the child
 * @param torch whether it has PyTorch
 */
record PythonInterpreter(String executable, String version, List<Path> paths, boolean torch) {
    /** In the folder of an environment packages lie in lib/python3.x/site-packages. */
    private static final int PACKAGES_DEPTH = 4;

    private static final String ASK = """
            import importlib.util, os, sys
            if sys.version_info < (3, 9): sys.exit(1)
            print('.'.join(map(str, sys.version_info[:3])))
            print('torch' if importlib.util.find_spec('torch') else 'no torch')
            print(sys.executable)
            link = sys.executable
            while os.path.islink(link):
                link = os.path.join(os.path.dirname(link), os.readlink(link))
                print(link)
            for prefix in {sys.prefix, sys.base_prefix} - {'/usr', '/usr/local', '/'}: print(prefix)
            for path in sys.path: print(path)
            """;

    PythonInterpreter {
        paths = List.copyOf(paths);
    }

    /** Find the interpreters of this machine one after the other, the preferred one first: for root the system's, else that of the user. */
    static Stream<PythonInterpreter> find(Spawner spawner, boolean root) {
        Set<Path> candidates = new LinkedHashSet<>();
        Path system = Path.of("/usr/bin/python3");
        if (root) {
            candidates.add(system);
        }
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(System.getProperty("path.separator"))) {
            candidates.add(Path.of(folder).resolve("python3"));
        }
        candidates.add(system);
        return candidates.stream().filter(Files::isExecutable).flatMap(candidate -> ask(spawner, candidate).stream());
    }

    /** Return how many packages are installed and a sum over their names and versions, "" for none. */
    String packages() {
        Set<String> names = new TreeSet<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> found = Files.find(path, PACKAGES_DEPTH, (entry, attributes) -> isPackage(entry))) {
                    found.forEach(entry -> names.add(entry.getFileName().toString()));
                } catch (IOException | UncheckedIOException e) {
                    names.add("unreadable " + path);
                }
            }
        }
        Digest digest = new Digest();
        names.forEach(name -> digest.add(name, new byte[0]));
        return names.isEmpty() ? "" : names.size() + ", " + digest.hex().substring(0, 16);
    }

    private static boolean isPackage(Path entry) {
        String name = entry.getFileName() == null ? "" : entry.getFileName().toString();
        return name.endsWith(".dist-info") || name.endsWith(".egg-info");
    }

    private static Optional<PythonInterpreter> ask(Spawner spawner, Path candidate) {
        return Tools.output(spawner, List.of(candidate.toString(), "-I", "-c", ASK))
                .map(text -> text.lines().toList())
                .filter(lines -> lines.size() > 3)
                .map(lines -> new PythonInterpreter(
                        lines.get(2),
                        lines.get(0),
                        visible(lines.subList(2, lines.size())),
                        lines.get(1).equals("torch")));
    }

    /** Keep what exists and does not lie in another entry; folders come first. */
    private static List<Path> visible(List<String> lines) {
        Set<Path> existing = new LinkedHashSet<>();
        lines.stream().map(Path::of).filter(Files::exists).forEach(existing::add);
        existing.add(Path.of("/etc/alternatives"));
        return existing.stream()
                .filter(Files::exists)
                .filter(path -> path.isAbsolute()
                        && existing.stream().noneMatch(other -> !other.equals(path) && path.startsWith(other)))
                .toList();
    }
}
