package assay.pull;

import assay.result.AtomicFile;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Write and read {@code pull.json}; the same record gives the same bytes, and nothing but a whole valid record is read. */
public final class PullFile {
    /** Name the file. */
    public static final String NAME = "pull.json";

    private static final long MOST_BYTES = 8 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private PullFile() {}

    /** Write {@code record} into {@code folder}. */
    public static void write(PullRecord record, Path folder) throws IOException {
        AtomicFile.write(folder.resolve(NAME), MAPPER.writeValueAsString(record) + "\n");
    }

    /**
     * Read a file that a stranger may have written.
     *
     * @throws IllegalArgumentException if it is not a record within all bounds
     */
    public static PullRecord read(Path file) throws IOException {
        if (!Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException("'" + file + "' must be a plain file of at most 8 MiB");
        }
        try {
            return Objects.requireNonNull(MAPPER.readValue(Files.readAllBytes(file), PullRecord.class));
        } catch (JacksonException | NullPointerException e) {
            String why = e instanceof JacksonException json ? json.getOriginalMessage() : "a value is missing";
            throw new IllegalArgumentException("'" + file + "' is not a record of a graded pull request: " + why, e);
        }
    }
}
