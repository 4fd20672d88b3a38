package assay.run;

import assay.assignment.BadAssignment;
import assay.assignment.BadYaml;
import assay.assignment.RecordBinder;
import assay.assignment.YamlDocument;
import assay.assignment.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Read {@code assay/engine.yaml} of the jar that brings DL4J: how it is to be started.
 *
 * @param jvm options
 * @param environment variables to set
 * @param environmentIfAvx512f more of them, on processors with that instruction set
 */
public record EngineFile(
        String schema, List<String> jvm, Map<String, String> environment, Map<String, String> environmentIfAvx512f) {
    private static final String SCHEMA = "assay/engine/1";
    private static final String ENTRY = "assay/engine.yaml";
    private static final Pattern JAR = Pattern.compile("assay-worker-[a-z]+-\\d.*\\.jar");
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final long MOST_BYTES = 1 << 16;

    public EngineFile {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("schema must be " + SCHEMA + ", was '" + schema + "'");
        }
        jvm = List.copyOf(jvm);
        environment = Map.copyOf(environment);
        environmentIfAvx512f = Map.copyOf(environmentIfAvx512f);
    }

    /** Find the jar that brings the engine in the folder {@code jars}. */
    static Optional<Path> jar(Path jars) throws IOException {
        if (!Files.isDirectory(jars)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(jars)) {
            return files.filter(
                            file -> JAR.matcher(file.getFileName().toString()).matches())
                    .findFirst();
        }
    }

    /**
     * Read the file from the engine's jar in the folder {@code jars}.
     *
     * @throws BadAssignment if it is not as it must be
     */
    public static EngineFile read(Path jars) throws IOException {
        Path jar = jar(jars)
                .orElseThrow(() ->
                        new IOException("the folder " + jars + " must have a jar assay-worker-cpu-<version>.jar"));
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            YamlDocument document = YamlReader.read(inside.getPath(ENTRY), ENTRY, MOST_BYTES);
            return RecordBinder.bind(document.root(), EngineFile.class, document.place());
        } catch (BadYaml e) {
            throw new BadAssignment(e.where(), 0, e.problem(), "");
        }
    }

    /** Return the variables for the processor at hand. */
    public Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(environment);
        if (hasAvx512()) {
            variables.putAll(environmentIfAvx512f);
        }
        return variables;
    }

    private static boolean hasAvx512() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.anyMatch(line -> line.startsWith("flags") && line.contains("avx512f"));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
