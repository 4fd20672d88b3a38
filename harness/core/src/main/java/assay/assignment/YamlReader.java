package assay.assignment;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Read YAML 1.2 strictly and within bounds: one document, no anchors, aliases or tags (so no alias bombs), no duplicate
 * keys, at most 32 levels and 200,000 nodes.
 */
public final class YamlReader {
    private static final int MOST_LEVELS = 32;
    private static final int MOST_NODES = 200_000;
    private static final int MOST_DIGITS = 60;
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");

    private final String file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable JsonNode root;
    private int nodes;

    private YamlReader(String file) {
        this.file = file;
    }

    /** Be a list or mapping that is not yet closed; {@code key} is the key whose value comes next. */
    private static final class Open {
        private final JsonNode node;
        private final String pointer;
        private @Nullable String key;

        Open(JsonNode node, String pointer) {
            this.node = node;
            this.pointer = pointer;
        }
    }

    /**
     * Read a file of at most {@code mostBytes} bytes; messages call it {@code name}.
     *
     * @throws BadYaml if it is not such a file
     */
    public static YamlDocument read(Path path, String name, long mostBytes) throws BadYaml, IOException {
        long size = Files.size(path);
        if (size > mostBytes) {
            throw new BadYaml(name, 0, "is " + size + " bytes long, at most " + mostBytes + " are accepted");
        }
        return parse(decode(Files.readAllBytes(path), name), name);
    }

    /**
     * Read YAML from a text; messages call it {@code name}.
     *
     * @throws BadYaml if it is not the YAML that is accepted
     */
    public static YamlDocument parse(String text, String name) throws BadYaml {
        YamlReader reader = new YamlReader(name);
        LoadSettings settings =
                LoadSettings.builder().setLabel(name).setUseMarks(true).build();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                reader.take(event);
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new BadYaml(name, line, explain(e.getProblem(), line, text));
        } catch (YamlEngineException e) {
            throw new BadYaml(name, 0, "is not a YAML text: " + firstLine(e.getMessage()));
        }
        if (reader.root == null) {
            throw new BadYaml(name, 0, "is empty");
        }
        return new YamlDocument(reader.root, new YamlPlace(name, "", Map.copyOf(reader.lines)));
    }

    private static String decode(byte[] bytes, String name) throws BadYaml {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            int binary = text.indexOf('\0');
            if (binary >= 0) {
                throw new BadYaml(name, lineAt(text, binary), "holds a NUL character; this is a binary file, not YAML");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadYaml(name, 0, "is not UTF-8 text; save it as UTF-8 (a binary or UTF-16 file cannot be read)");
        }
    }

    private static int lineAt(String text, int index) {
        return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    }

    private static String explain(String problem, int line, String text) {
        String[] all = text.split("\n", -1);
        String here = line >= 1 && line <= all.length ? all[line - 1] : "";
        if (here.replaceAll("\\S.*", "").contains("\t")) {
            return "is indented with a tab; YAML wants spaces";
        }
        return "is not valid YAML: " + firstLine(problem)
                + (here.isBlank() ? "" : "; the line reads '" + cut(here) + "'");
    }

    private static String cut(String line) {
        String visible = line.strip().replaceAll("\\p{Cntrl}", "?");
        return visible.length() > 80 ? visible.substring(0, 80) + "..." : visible;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private void take(Event event) throws BadYaml {
        switch (event.getEventId()) {
            case DocumentStart -> {
                if (root != null) {
                    throw at(event, "a second YAML document starts here; keep one");
                }
            }
            case Alias ->
                throw at(
                        event,
                        "alias '*" + ((AliasEvent) event).getAlias()
                                + "'; write the value out, and put a text that begins with * in quotes");
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> start((NodeEvent) event, JsonNodeFactory.instance.arrayNode());
            case MappingStart -> start((NodeEvent) event, JsonNodeFactory.instance.objectNode());
            case SequenceEnd, MappingEnd -> open.pop();
            default -> {}
        }
    }

    private void start(NodeEvent event, JsonNode node) throws BadYaml {
        Open around = open.peek();
        if (around != null && around.node.isObject() && around.key == null) {
            throw at(event, "a list or mapping is used as a key; keys are texts");
        }
        if (open.size() >= MOST_LEVELS) {
            throw at(event, "is nested deeper than " + MOST_LEVELS + " levels");
        }
        String pointer = place(event, node);
        open.push(new Open(node, pointer));
    }

    private void scalar(ScalarEvent event) throws BadYaml {
        if (event.getValue().codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw at(event, "holds half a character (a surrogate such as \\ud800), which no file can keep");
        }
        Open around = open.peek();
        if (around != null && around.node instanceof ObjectNode mapping && around.key == null) {
            refuseAnchor(event);
            if (mapping.has(event.getValue())) {
                throw at(event, "key '" + cut(event.getValue()) + "' stands here a second time");
            }
            around.key = event.getValue();
            lines.put(around.pointer + "/" + escape(event.getValue()), line(event));
        } else {
            place(event, resolve(event));
        }
    }

    private String place(NodeEvent event, JsonNode node) throws BadYaml {
        refuseAnchor(event);
        if (++nodes > MOST_NODES) {
            throw at(event, "holds more than " + MOST_NODES + " values");
        }
        Open around = open.peek();
        String pointer = "";
        if (around == null) {
            root = node;
        } else if (around.node instanceof ArrayNode list) {
            pointer = around.pointer + "/" + list.size();
            list.add(node);
        } else if (around.node instanceof ObjectNode mapping && around.key != null) {
            pointer = around.pointer + "/" + escape(around.key);
            mapping.set(around.key, node);
            around.key = null;
        }
        lines.putIfAbsent(pointer, line(event));
        return pointer;
    }

    private void refuseAnchor(NodeEvent event) throws BadYaml {
        if (event.getAnchor().isPresent()) {
            throw at(event, "anchor '&" + event.getAnchor().get() + "'; anchors and aliases are not accepted");
        }
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        if (tag.isPresent()) {
            throw at(event, "tag '" + cut(tag.get()) + "'; tags are not accepted");
        }
    }

    private static JsonNode resolve(ScalarEvent event) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        String text = event.getValue();
        if (!event.isPlain()) {
            return make.stringNode(text);
        }
        return switch (text) {
            case "", "~", "null" -> make.nullNode();
            case "true" -> make.booleanNode(true);
            case "false" -> make.booleanNode(false);
            default -> number(text);
        };
    }

    private static JsonNode number(String text) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (text.length() > MOST_DIGITS) {
            return make.stringNode(text);
        }
        String unsigned = text.startsWith("+") ? text.substring(1) : text;
        if (WHOLE.matcher(text).matches()) {
            BigInteger whole = new BigInteger(unsigned);
            return whole.bitLength() < 32 ? make.numberNode(whole.intValue()) : make.numberNode(whole);
        }
        return DECIMAL.matcher(text).matches() ? make.numberNode(new BigDecimal(unsigned)) : make.stringNode(text);
    }

    private BadYaml at(Event event, String problem) {
        return new BadYaml(file, line(event), problem);
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
