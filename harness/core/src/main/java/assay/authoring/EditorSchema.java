package assay.authoring;

import assay.assignment.AuthorFile;
import assay.check.CheckKind;
import assay.check.Selection;
import assay.check.Verdict;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Write JSON Schemas (draft 2020-12) of the files that authors write, for the completion and the red lines of an editor. The
 * harness itself does not read them; it checks more than a schema can say.
 */
public final class EditorSchema {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private EditorSchema() {}

    /** Return the text of each schema by file name, for example {@code "assignment.schema.json"}. */
    public static Map<String, String> all() {
        Map<String, String> schemas = new LinkedHashMap<>();
        for (AuthorFile file : Forms.files()) {
            String base =
                    file.name().substring(file.name().lastIndexOf('/') + 1).replace(".yaml", "");
            ObjectNode schema = JSON.createObjectNode();
            schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
            schema.put("$id", "urn:assay:" + base + ":1");
            schema.put("title", file.name());
            schema.setAll(block(file.form()));
            schemas.put(base + ".schema.json", JSON.writeValueAsString(schema) + "\n");
        }
        return schemas;
    }

    private static ObjectNode block(Class<? extends Record> form) {
        return block(form, Forms.about(form));
    }

    private static ObjectNode block(Class<? extends Record> form, String about) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("description", about);
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (Forms.Key key : Forms.keys(form)) {
            ObjectNode value = key.name().equals("checks") ? checks(form) : value(key.type());
            value.put("description", key.about());
            properties.set(key.name(), value);
            if (key.needed()) {
                required.add(key.name());
            }
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    /** Return the schema of the open mapping {@code checks}: kinds with their keys, or declared verdicts. */
    private static ObjectNode checks(Class<? extends Record> form) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        List<Class<? extends Record>> expect = assay.verify.SampleVerifier.form();
        if (form == expect.get(0)) {
            ObjectNode byCriterion = schema.putObject("additionalProperties").put("type", "object");
            byCriterion
                    .putObject("additionalProperties")
                    .putArray("anyOf")
                    .add(words(Verdict.class))
                    .add(block(expect.get(1)));
            return schema;
        }
        ArrayNode kinds = schema.putObject("additionalProperties").putArray("oneOf");
        for (CheckKind<?> kind : Forms.kinds()) {
            ObjectNode one = block(kind.specType(), Forms.about(kind.getClass()));
            ((ObjectNode) one.get("properties")).putObject("kind").put("const", kind.name());
            ((ArrayNode) one.get("required")).add("kind");
            kinds.add(one);
        }
        return schema;
    }

    private static ObjectNode value(Type type) {
        Class<?> raw = Forms.raw(type);
        ObjectNode schema = JSON.createObjectNode();
        if (raw == List.class) {
            schema.put("type", "array").set("items", value(Forms.argument(type, 0)));
            return schema;
        } else if (raw == Map.class) {
            schema.put("type", "object").set("additionalProperties", value(Forms.argument(type, 1)));
            return schema;
        } else if (raw == Optional.class) {
            return value(Forms.argument(type, 0));
        } else if (raw == Selection.class) {
            schema.putArray("type").add("string").add("array");
            schema.putObject("items").put("type", "string");
            return schema;
        } else if (raw.isEnum()) {
            return words(raw);
        }
        return Forms.block(raw).map(EditorSchema::block).orElseGet(() -> leaf(raw));
    }

    private static ObjectNode leaf(Class<?> raw) {
        ObjectNode schema = JSON.createObjectNode();
        if (raw == String.class) {
            schema.put("type", "string");
        } else if (raw == boolean.class) {
            schema.put("type", "boolean");
        } else if (raw == int.class || raw == long.class) {
            schema.put("type", "integer");
        } else if (raw == double.class || raw == Double.class) {
            schema.put("type", "number");
        }
        return schema;
    }

    private static ObjectNode words(Class<?> type) {
        ObjectNode schema = JSON.createObjectNode();
        ArrayNode words = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants())
                .map(one ->
                        type == Verdict.class ? one.toString() : one.toString().toLowerCase(Locale.ROOT))
                .forEach(words::add);
        return schema;
    }
}
