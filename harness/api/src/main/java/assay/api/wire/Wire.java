package assay.api.wire;

import assay.api.Fields;
import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Truth;
import assay.api.Value;
import assay.api.Values;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Write and read {@link Value}s as JSON (RFC 8259).
 *
 * <p>A finite number is written with all its digits; NaN and the infinities, which JSON does not have, are written as
 * the texts "NaN", "Infinity", "-Infinity" and read back as numbers. A list in which all items are numbers of one shape is
 * a {@link Tensor}.
 */
public final class Wire {
    private static final String NAN = "NaN";
    private static final String PLUS = "Infinity";
    private static final String MINUS = "-Infinity";

    private final WireLimits limits;
    private final JsonFactory factory;

    /** Read within {@code limits}. */
    public Wire(WireLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxNumberLength(limits.numberCharacters())
                        .maxStringLength(limits.textCharacters())
                        .maxNameLength(256)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** Write {@code value} as JSON on one line, without the line end. */
    public static String write(Value value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            write(generator, value);
        }
        return out.toString();
    }

    /**
     * Read one line.
     *
     * @throws WireException if it is too long, not UTF-8, not one JSON value, or beyond the limits
     */
    public Value read(byte[] line) throws WireException {
        if (line.length > limits.lineBytes()) {
            throw new WireException("a line of more than " + limits.lineBytes() + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WireException("not UTF-8");
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new WireException("an empty line");
            }
            Value value = new Reading(parser).value(token);
            if (parser.nextToken() != null) {
                throw new WireException("more than one JSON value on a line");
            }
            return value;
        } catch (JacksonException e) {
            throw new WireException("not a JSON message within the limits: " + e.getOriginalMessage());
        }
    }

    private static void write(JsonGenerator out, Value value) {
        if (value instanceof Tensor tensor) {
            write(out, tensor, 0, 0);
        } else if (value instanceof Text text) {
            out.writeString(text.text());
        } else if (value instanceof Truth truth) {
            out.writeBoolean(truth.holds());
        } else if (value instanceof Sequence sequence) {
            out.writeStartArray();
            sequence.items().forEach(item -> write(out, item));
            out.writeEndArray();
        } else if (value instanceof Fields fields) {
            out.writeStartObject();
            fields.byName().forEach((name, item) -> {
                out.writeName(name);
                write(out, item);
            });
            out.writeEndObject();
        }
    }

    private static int write(JsonGenerator out, Tensor tensor, int axis, int position) {
        if (axis == tensor.rank()) {
            double entry = tensor.at(position);
            if (Double.isFinite(entry)) {
                if (entry == Math.rint(entry) && Math.abs(entry) < 0x1.0p53 && !isMinusZero(entry)) {
                    out.writeNumber((long) entry);
                } else {
                    out.writeNumber(entry);
                }
            } else {
                out.writeString(Double.isNaN(entry) ? NAN : entry > 0 ? PLUS : MINUS);
            }
            return position + 1;
        }
        out.writeStartArray();
        int next = position;
        for (int i = 0; i < tensor.extent(axis); i++) {
            next = write(out, tensor, axis + 1, next);
        }
        out.writeEndArray();
        return next;
    }

    private static boolean isMinusZero(double entry) {
        return Double.doubleToRawLongBits(entry) == Long.MIN_VALUE;
    }

    /** Reads one message and counts its values. */
    private final class Reading {
        private final JsonParser parser;
        private int values;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        Value value(JsonToken token) throws WireException {
            if (++values > limits.values()) {
                throw new WireException("more than " + limits.values() + " values");
            }
            return switch (token) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Tensor.scalar(Double.parseDouble(parser.getString()));
                case VALUE_TRUE -> new Truth(true);
                case VALUE_FALSE -> new Truth(false);
                case VALUE_STRING -> text(parser.getString());
                case START_ARRAY -> array();
                case START_OBJECT -> object();
                default -> throw new WireException("null is not a value");
            };
        }

        private Value text(String text) {
            return switch (text) {
                case NAN -> Tensor.scalar(Double.NaN);
                case PLUS -> Tensor.scalar(Double.POSITIVE_INFINITY);
                case MINUS -> Tensor.scalar(Double.NEGATIVE_INFINITY);
                default -> new Text(text);
            };
        }

        private Value array() throws WireException {
            List<Value> items = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                items.add(value(token));
            }
            return Values.stack(items);
        }

        private Value object() throws WireException {
            Map<String, Value> byName = new LinkedHashMap<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
                String name = parser.currentName();
                byName.put(name, value(parser.nextToken()));
            }
            return new Fields(byName);
        }
    }
}
