package assay.result;

import assay.assignment.StoredJson;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Write and read {@code result.json}; the same record gives the same bytes. */
public final class ResultFile {
    /** Name the file within the folder of a submission. */
    public static final String NAME = "result.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private ResultFile() {}

    /** Return the JSON text of {@code result}. */
    public static String toJson(ResultRecord result) {
        return MAPPER.writeValueAsString(result) + "\n";
    }

    /** Write {@code result} into {@code folder}. */
    public static void write(ResultRecord result, Path folder) throws IOException {
        AtomicFile.write(folder.resolve(NAME), toJson(result));
    }

    /**
     * Read the record in {@code folder}.
     *
     * @throws IOException if it is not there or not a record of this version
     */
    public static ResultRecord read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        ResultRecord result = StoredJson.read(MAPPER, file, ResultRecord.class, "a result record");
        if (!ResultRecord.SCHEMA.equals(result.schema())) {
            throw new IOException(file + ": schema must be " + ResultRecord.SCHEMA + ", was " + result.schema());
        }
        return result;
    }
}
