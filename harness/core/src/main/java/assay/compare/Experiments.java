package assay.compare;

import assay.assignment.BadAssignment;
import assay.assignment.BadYaml;
import assay.assignment.RecordBinder;
import assay.assignment.YamlDocument;
import assay.assignment.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Find and read the descriptions of experiments: those on the class path under {@code assay/experiment}, or a file. */
public final class Experiments {
    private static final String FOLDER = "assay/experiment";
    private static final String ENDING = ".yaml";
    private static final long MOST_BYTES = 1 << 20;

    private Experiments() {}

    /** Return the names of the ready-made experiments, sorted. */
    public static List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        try {
            for (URL folder : Collections.list(loader().getResources(FOLDER))) {
                for (String file : files(folder)) {
                    if (file.endsWith(ENDING)) {
                        names.add(file.substring(0, file.length() - ENDING.length()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(names);
    }

    /**
     * Read the ready-made experiment {@code name}; empty if there is none.
     *
     * @throws BadAssignment if its description is not as it must be
     */
    public static Optional<Experiment> find(String name) {
        if (!names().contains(name)) {
            return Optional.empty();
        }
        try (@Nullable InputStream in = loader().getResourceAsStream(FOLDER + "/" + name + ENDING)) {
            if (in == null) {
                return Optional.empty();
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(parse(text, name + ENDING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Read the description in {@code file}.
     *
     * @throws BadAssignment if it is not as it must be
     */
    public static Experiment read(Path file) throws IOException {
        try {
            return bind(YamlReader.read(file, file.toString(), MOST_BYTES));
        } catch (BadYaml e) {
            throw new BadAssignment(e.where(), 0, e.problem(), "");
        }
    }

    /** Read a description from a text that messages call {@code name}. */
    static Experiment parse(String text, String name) {
        try {
            return bind(YamlReader.parse(text, name));
        } catch (BadYaml e) {
            throw new BadAssignment(e.where(), 0, e.problem(), "");
        }
    }

    private static Experiment bind(YamlDocument document) {
        return RecordBinder.bind(document.root(), Experiment.class, document.place());
    }

    private static List<String> files(URL folder) throws IOException {
        URLConnection connection = folder.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER + "/"))
                    .map(name -> name.substring(FOLDER.length() + 1))
                    .toList();
        }
        try (Stream<Path> entries = Files.list(Path.of(new URI(folder.toString())))) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
        } catch (URISyntaxException e) {
            throw new IOException("cannot list " + folder, e);
        }
    }

    private static ClassLoader loader() {
        return Experiments.class.getClassLoader();
    }
}
