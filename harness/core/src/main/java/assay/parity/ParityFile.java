package assay.parity;

import assay.assignment.StoredJson;
import assay.result.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Write and read {@code parity.json}. */
public final class ParityFile {
    /** Name the file within the folder of a submission. */
    public static final String NAME = "parity.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private ParityFile() {}

    /** Write {@code parity} into {@code folder}. */
    public static void write(Parity parity, Path folder) throws IOException {
        AtomicFile.write(folder.resolve(NAME), MAPPER.writeValueAsString(parity) + "\n");
    }

    /**
     * Read what is in {@code folder}; nothing where there is none.
     *
     * @throws IOException if it cannot be read
     */
    public static Optional<Parity> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(StoredJson.read(MAPPER, file, Parity.class, "a parity record"));
    }
}
