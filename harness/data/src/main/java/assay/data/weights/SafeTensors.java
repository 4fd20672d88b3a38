package assay.data.weights;

import assay.data.Bytes;
import assay.data.Malformed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Read .safetensors files: the length of a header, the header in JSON, the numbers (Hugging Face, safetensors, "Format").
 * The numbers of all tensors must fill the rest of the file, without gaps and none twice, as the format demands.
 */
final class SafeTensors {
    /** A header of 1000 tensors has about 100 kB. */
    private static final long LONGEST_HEADER = 1L << 23;

    private static final Map<String, ElementType> TYPES = Map.of(
            "F16", ElementType.FLOAT16,
            "BF16", ElementType.BFLOAT16,
            "F32", ElementType.FLOAT32,
            "F64", ElementType.FLOAT64,
            "I64", ElementType.INT64,
            "I32", ElementType.INT32,
            "I16", ElementType.INT16,
            "I8", ElementType.INT8,
            "U8", ElementType.UINT8,
            "BOOL", ElementType.BOOL);
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SafeTensors() {}

    /** What the header says about a tensor. */
    private record Entry(String name, ElementType type, Layout layout, long begin, long end) {}

    /** Read what is in {@code file}; the numbers are read later. */
    static Weights read(Path file) throws IOException {
        long size = Files.size(file);
        long length = ByteBuffer.wrap(Part.read(file, 0, Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (length < 2 || length > LONGEST_HEADER || length > size - Long.BYTES) {
            throw new Malformed("its header announces " + length + " bytes for itself");
        }
        Map<String, String> notes = new LinkedHashMap<>();
        List<Entry> entries = header(Part.read(file, Long.BYTES, length), notes);
        long data = Long.BYTES + length;
        demandFilled(entries, size - data);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (Entry entry : entries) {
            StoredTensor.Source source = (first, count) -> Part.read(file, data + entry.begin() + first, count);
            tensors.put(entry.name(), new StoredTensor(file, entry.name(), entry.type(), entry.layout(), source));
        }
        return new Weights(file, "safetensors", tensors, notes);
    }

    private static void demandFilled(List<Entry> entries, long size) throws Malformed {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long at = 0;
        for (Entry entry : sorted) {
            long bytes = entry.end() - entry.begin();
            long count = entry.layout().size();
            if (entry.begin() != at
                    || count > Bytes.MOST
                    || bytes != count * entry.type().bytes()) {
                throw new Malformed("its tensor '" + Text.shown(entry.name()) + "' of shape "
                        + entry.layout().shape() + " and type " + entry.type().title() + " lies from byte "
                        + entry.begin() + " to " + entry.end() + "; must begin at " + at);
            }
            at = entry.end();
        }
        if (at != size) {
            throw new Malformed("its tensors have " + at + " bytes, " + size + " are there");
        }
    }

    private static List<Entry> header(byte[] header, Map<String, String> notes) throws IOException {
        String text = new String(header, StandardCharsets.UTF_8);
        List<Entry> entries = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                expect(json.nextToken(), JsonToken.START_OBJECT);
                if (name.equals("__metadata__")) {
                    notes(json, notes);
                } else {
                    entries.add(entry(json, name));
                }
            }
            if (json.nextToken() != null) {
                throw new Malformed("its header goes on after its end");
            }
        } catch (JacksonException e) {
            throw new Malformed("its header is no JSON that can be read (" + Text.shown(e.getOriginalMessage()) + ")");
        }
        return entries;
    }

    private static void notes(JsonParser json, Map<String, String> notes) throws Malformed {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            expect(json.nextToken(), JsonToken.VALUE_STRING);
            notes.put(Text.shown(name), Text.shown(json.getString()));
        }
    }

    private static Entry entry(JsonParser json, String tensor) throws Malformed {
        String type = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "dtype" -> {
                    expect(json.nextToken(), JsonToken.VALUE_STRING);
                    type = json.getString();
                }
                case "shape" -> shape = numbers(json);
                case "data_offsets" -> offsets = numbers(json);
                default -> throw new Malformed("its header has the unknown key '" + Text.shown(name) + "'");
            }
        }
        ElementType known = TYPES.get(type);
        if (known == null || offsets.size() != 2 || offsets.get(0) < 0 || offsets.get(1) < offsets.get(0)) {
            throw new Malformed("its tensor '" + Text.shown(tensor) + "' has the type '" + Text.shown(type)
                    + "' and the offsets " + offsets);
        }
        return new Entry(tensor, known, Layout.dense(shape, 0), offsets.get(0), offsets.get(1));
    }

    private static List<Long> numbers(JsonParser json) throws Malformed {
        List<Long> numbers = new ArrayList<>();
        expect(json.nextToken(), JsonToken.START_ARRAY);
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            expect(token, JsonToken.VALUE_NUMBER_INT);
            numbers.add(json.getLongValue());
        }
        return numbers;
    }

    private static void expect(@Nullable JsonToken token, JsonToken expected) throws Malformed {
        if (token != expected) {
            throw new Malformed("its header has " + token + " where " + expected + " must be");
        }
    }
}
