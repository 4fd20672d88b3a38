package assay.timing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Write and read {@code timing.json}: all times of a submission, so that they can be judged again without running anything. */
public final class TimingFiles {
    /** Name the file within the folder of a submission; it is there where something was timed. */
    public static final String NAME = "timing.json";

    private static final String SCHEMA = "assay/timing/1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private TimingFiles() {}

    /** Mirror the file. */
    private record Content(String schema, List<Timing> timings) {}

    /** Return the text of the file. */
    public static String write(List<Timing> timings) {
        return MAPPER.writeValueAsString(new Content(SCHEMA, timings)) + "\n";
    }

    /**
     * Read what is stored in {@code folder}; nothing where nothing was timed.
     *
     * @throws IOException if the file is damaged
     */
    public static List<Timing> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            Content content = MAPPER.readValue(Files.readAllBytes(file), Content.class);
            if (!SCHEMA.equals(content.schema())) {
                throw new IOException(file + ": schema must be " + SCHEMA + ", was " + content.schema());
            }
            return List.copyOf(content.timings());
        } catch (JacksonException e) {
            throw new IOException(file + ": is damaged: " + e.getOriginalMessage(), e);
        }
    }
}
