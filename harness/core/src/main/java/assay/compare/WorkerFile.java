package assay.compare;

import assay.assignment.BadAssignment;
import assay.assignment.BadYaml;
import assay.assignment.Digest;
import assay.assignment.RecordBinder;
import assay.assignment.YamlDocument;
import assay.assignment.YamlReader;
import assay.run.EngineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Read {@code worker.yaml}, which lies among the jars that train and says how to start them.
 *
 * @param main class to start
 * @param jvm options
 * @param cacheProperty system property that wants a folder which outlives the process, "" for none
 */
public record WorkerFile(
        String schema,
        String main,
        List<String> jvm,
        @assay.assignment.Default("") String cacheProperty) {
    /** Name the file. */
    public static final String NAME = "worker.yaml";

    private static final String SCHEMA = "assay/worker/1";
    private static final long MOST_BYTES = 1 << 16;
    private static final Duration SILENCE = Duration.ofMinutes(15);

    public WorkerFile {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("schema must be " + SCHEMA + ", was '" + schema + "'");
        }
        jvm = List.copyOf(jvm);
    }

    /**
     * Read the file in the folder {@code jars}.
     *
     * @throws BadAssignment if it is not as it must be
     */
    public static WorkerFile read(Path jars) throws IOException {
        try {
            YamlDocument document = YamlReader.read(jars.resolve(NAME), NAME, MOST_BYTES);
            return RecordBinder.bind(document.root(), WorkerFile.class, document.place());
        } catch (BadYaml e) {
            throw new BadAssignment(e.where(), 0, e.problem(), "");
        }
    }

    /** Say how workers are started with the jars in {@code jars}, with folders for {@code cache}, data and logs. */
    public WorkerSetup setup(Path jars, Path cache, Path dataHome, Path logs) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        EngineFile engine = EngineFile.read(jars);
        command.addAll(engine.jvm());
        if (!cacheProperty.isEmpty()) {
            Files.createDirectories(cache);
            command.add("-D" + cacheProperty + "=" + cache);
        }
        command.addAll(List.of("-cp", jars.resolve("*").toString(), main));
        return new WorkerSetup(command, engine.variables(), dataHome, logs, SILENCE);
    }

    /** Return a digest of what trains: our own jars and how they are started; the libraries' versions follow from them. */
    public static String digest(Path jars) throws IOException {
        try (Stream<Path> files = Files.list(jars)) {
            List<String> own = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.equals(NAME) || (name.startsWith("assay-") && name.endsWith(".jar")))
                    .sorted()
                    .toList();
            return Digest.ofFiles(jars, own);
        }
    }
}
