package assay.compare;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Read the result line of a worker, strictly: every number finite, every picture as large as it says. */
final class ReplyReader {
    private static final int LONGEST_TEXT = 4096;

    private ReplyReader() {}

    /**
     * Read {@code line} as the result of {@code job}.
     *
     * @throws IllegalArgumentException if it is not as it must be; the message says where
     */
    static RunResult result(Job job, JsonNode line, double wallSeconds, String at) {
        return new RunResult(
                RunResult.SCHEMA,
                job.experiment(),
                job.variant(),
                job.seed(),
                job.data(),
                job.digest(),
                map(line, "metrics", ReplyReader::number),
                map(line, "curves", node -> new Curve(numbers(node.path("x")), numbers(node.path("y")))),
                map(line, "matrices", node -> list(node, ReplyReader::numbers)),
                map(line, "images", node -> list(node, ReplyReader::picture)),
                map(line, "counts", ReplyReader::number),
                map(line, "provenance", ReplyReader::text),
                line.path("digest").isString() ? text(line.path("digest")) : "",
                line.path("diverged").asBoolean(false),
                wallSeconds,
                at);
    }

    private static <T> Map<String, T> map(JsonNode line, String key, Function<JsonNode, T> reader) {
        JsonNode node = line.path(key);
        if (!node.isObject() && !node.isMissingNode()) {
            throw new IllegalArgumentException("'" + key + "' must be an object");
        }
        Map<String, T> read = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            try {
                read.put(entry.getKey(), reader.apply(entry.getValue()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("'" + key + "." + entry.getKey() + "' " + e.getMessage(), e);
            }
        });
        return read;
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> reader) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("must be a list");
        }
        List<T> items = new ArrayList<>();
        node.forEach(item -> items.add(reader.apply(item)));
        return items;
    }

    private static List<Double> numbers(JsonNode node) {
        return list(node, ReplyReader::number);
    }

    private static double number(JsonNode node) {
        // Jackson refuses to turn what is larger than a double into one, unless it is told what else to give.
        double value = node.isNumber() ? node.asDouble(Double.NaN) : Double.NaN;
        if (!Double.isFinite(value)) {
            String found = node.isMissingNode() ? "nothing" : node.toString();
            throw new IllegalArgumentException("must be a finite number, was " + cut(found, 40));
        }
        return value;
    }

    private static String text(JsonNode node) {
        return cut(node.isString() ? node.stringValue() : node.toString(), LONGEST_TEXT);
    }

    private static Picture picture(JsonNode node) {
        int width = node.path("width").asInt(0);
        int height = node.path("height").asInt(0);
        int channels = node.path("channels").asInt(1);
        String label = shown(node.path("label"));
        String given = shown(node.path("given"));
        double score = node.path("score").isNumber() ? number(node.path("score")) : 0;
        if (!node.path("values").isString()) {
            return new Picture(width, height, channels, node.path("pixels").asString(""), label, given, score, 0);
        }
        float[] values = floats(Base64.getDecoder().decode(node.path("values").stringValue()));
        double largest = IntStream.range(0, values.length)
                .mapToDouble(i -> Math.abs(values[i]))
                .max()
                .orElse(0);
        if (!Double.isFinite(largest)) {
            throw new IllegalArgumentException("must hold finite values");
        }
        String pixels = Base64.getEncoder().encodeToString(signedBytes(values, largest));
        return new Picture(width, height, channels, pixels, label, given, score, largest);
    }

    private static String shown(JsonNode node) {
        if (node.isNumber() && node.doubleValue() == Math.rint(node.doubleValue())) {
            return String.valueOf((long) node.doubleValue());
        }
        return node.isMissingNode() || node.isNull() ? "" : cut(text(node), 64);
    }

    private static float[] floats(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    /** Map -largest to 1, 0 to 128 and +largest to 255. */
    private static byte[] signedBytes(float[] values, double largest) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) (128 + (largest > 0 ? Math.round(127 * values[i] / largest) : 0));
        }
        return bytes;
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "...";
    }
}
