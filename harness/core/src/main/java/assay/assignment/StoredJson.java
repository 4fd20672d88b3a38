package assay.assignment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Read files that Assay wrote itself and that somebody may have changed since: within bounds, and wholly or not at all. */
public final class StoredJson {
    private static final long MOST_BYTES = 64L << 20;

    private StoredJson() {}

    /**
     * Read {@code file} as a {@code type} by {@code mapper}.
     *
     * @param what completes the sentence "it is not ..."
     * @throws IOException if it cannot be read, is longer than 64 MiB or is no such thing
     */
    public static <T> T read(JsonMapper mapper, Path file, Class<T> type, String what) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + ": is not " + what + ": it has " + (Files.size(file) >> 20) + " MiB, at most "
                    + (MOST_BYTES >> 20) + " are accepted");
        }
        try {
            T value = mapper.readValue(Files.readAllBytes(file), type);
            if (value == null) {
                throw new IOException(file + ": is not " + what + ": it holds null");
            }
            return value;
        } catch (JacksonException e) {
            throw new IOException(file + ": is not " + what + ": " + e.getOriginalMessage(), e);
        }
    }
}
