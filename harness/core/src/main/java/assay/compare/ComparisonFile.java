package assay.compare;

import assay.assignment.StoredJson;
import assay.result.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Write and read {@code comparison.json}; the same comparison gives the same bytes. */
public final class ComparisonFile {
    /** Name the file. */
    public static final String NAME = "comparison.json";

    private static final JsonMapper MAPPER = CompareJson.MAPPER
            .rebuild()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ComparisonFile() {}

    /** Return the JSON text of {@code comparison}. */
    public static String toJson(Comparison comparison) {
        return MAPPER.writeValueAsString(comparison) + "\n";
    }

    /** Write {@code comparison} into {@code folder}. */
    public static void write(Comparison comparison, Path folder) throws IOException {
        AtomicFile.write(folder.resolve(NAME), toJson(comparison));
    }

    /**
     * Read the comparison in {@code file}.
     *
     * @throws IOException if it is not there or not of this version
     */
    public static Comparison read(Path file) throws IOException {
        Comparison read = StoredJson.read(MAPPER, file, Comparison.class, "a comparison");
        if (!Comparison.SCHEMA.equals(read.schema())) {
            throw new IOException(file + ": schema must be " + Comparison.SCHEMA + ", was " + read.schema());
        }
        return read;
    }
}
