package assay.grade;

import assay.result.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Be what {@code class.json} says of a graded class: who was to be graded, from where, and under which settings, so that an
 * interrupted run is finished as it was begun.
 *
 * @param schema {@code "assay/class/1"}
 * @param assignment the id of the assignment, or the folder that was named
 * @param submissions the folder of the submissions, absolute; "" when they came from several
 * @param settings what every record of the class depends on: digests, versions, whether there is a secret and which (a
 *     fingerprint, from which it cannot be told)
 * @param handIns file names by id
 */
public record ClassFile(
        String schema,
        String assignment,
        String submissions,
        Map<String, String> settings,
        Map<String, String> handIns) {
    /** Name the file. */
    public static final String NAME = "class.json";

    /** Name the version of this form. */
    public static final String SCHEMA = "assay/class/1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public ClassFile {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        handIns = Collections.unmodifiableMap(new TreeMap<>(handIns));
    }

    /** Write it into {@code out}. */
    public void write(Path out) throws IOException {
        AtomicFile.write(out.resolve(NAME), MAPPER.writeValueAsString(this) + "\n");
    }

    /** Return whether {@code out} has one. */
    public static boolean isIn(Path out) {
        return Files.isRegularFile(out.resolve(NAME));
    }

    /**
     * Read the one in {@code out}.
     *
     * @throws IOException if it is missing, damaged or of another version
     */
    public static ClassFile read(Path out) throws IOException {
        Path file = out.resolve(NAME);
        try {
            ClassFile read = MAPPER.readValue(Files.readAllBytes(file), ClassFile.class);
            if (!SCHEMA.equals(read.schema())) {
                throw new IOException(file + ": schema must be " + SCHEMA + ", was " + read.schema());
            }
            return read;
        } catch (JacksonException e) {
            throw new IOException(file + ": does not describe a graded class: " + e.getOriginalMessage(), e);
        }
    }

    /** Return what differs between these settings and {@code now}, one sentence each. */
    public List<String> differences(Map<String, String> now) {
        TreeMap<String, String> all = new TreeMap<>(settings);
        all.putAll(now);
        return all.keySet().stream()
                .filter(name -> !settings.getOrDefault(name, "").equals(now.getOrDefault(name, "")))
                .map(name -> name + " was " + shown(settings.getOrDefault(name, "")) + ", is now "
                        + shown(now.getOrDefault(name, "")))
                .toList();
    }

    private static String shown(String value) {
        boolean digest = value.length() == 64 && value.matches("[0-9a-f]+");
        return value.isEmpty() ? "not there" : digest ? value.substring(0, 12) : "'" + value + "'";
    }
}
