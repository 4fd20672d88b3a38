package assay.run;

import assay.api.Fields;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Value;
import assay.api.wire.Wire;
import assay.assignment.Digest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Write and read one entry of the cache: a line with the SHA-256 of the others, one about the run, one for each outcome. */
final class KeptRun {
    private KeptRun() {}

    static void write(Path file, ChildTrace trace) throws IOException {
        StringBuilder body = new StringBuilder();
        Map<String, Value> head = new LinkedHashMap<>();
        head.put("output", new Text(trace.output()));
        head.put("children", texts(trace.children()));
        head.put("offered", texts(trace.offered()));
        Map<String, Value> observed = new TreeMap<>();
        trace.observed().forEach((name, value) -> observed.put(name, Tensor.scalar(value)));
        head.put("observed", new Fields(observed));
        Map<String, Value> libraries = new TreeMap<>();
        trace.libraries().forEach((name, value) -> libraries.put(name, new Text(value)));
        head.put("libraries", new Fields(libraries));
        body.append(Wire.write(new Fields(head))).append('\n');
        new TreeMap<>(trace.outcomes()).forEach((id, outcome) -> {
            Map<String, Value> line = new LinkedHashMap<>();
            line.put("id", new Text(id));
            RunFiles.put(outcome, line);
            body.append(Wire.write(new Fields(line))).append('\n');
        });
        String text = sum(file, body.toString()) + "\n" + body;
        Path temporary = Files.createTempFile(file.getParent(), "new", ".tmp");
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Read an entry.
     *
     * @throws IOException if it is damaged, or lies under another name than it was written for
     */
    static ChildTrace read(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": is damaged: not text", e);
        }
        int end = text.indexOf('\n');
        if (end < 0 || !text.substring(0, end).equals(sum(file, text.substring(end + 1)))) {
            throw new IOException(file + ": is damaged: its contents have another SHA-256 than it says");
        }
        List<Fields> lines =
                RunFiles.lines(file, text.substring(end + 1).lines().toList());
        if (lines.isEmpty()) {
            throw new IOException(file + ": is damaged: it is empty");
        }
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Fields line : lines.subList(1, lines.size())) {
            outcomes.put(RunFiles.text(line, "id"), RunFiles.outcome(line));
        }
        Fields head = lines.get(0);
        Map<String, Double> observed = new TreeMap<>();
        RunFiles.fields(head, "observed").byName().forEach((name, value) -> {
            if (value instanceof Tensor number) {
                observed.put(name, number.item());
            }
        });
        Map<String, String> libraries = new TreeMap<>();
        RunFiles.fields(head, "libraries").byName().forEach((name, value) -> {
            if (value instanceof Text version) {
                libraries.put(name, version.text());
            }
        });
        return new ChildTrace(
                outcomes,
                RunFiles.text(head, "output"),
                list(head, "children"),
                list(head, "offered"),
                libraries,
                observed);
    }

    /** The name is part of the sum, so that an entry cannot stand for another one. */
    private static String sum(Path file, String body) {
        return new Digest()
                .add(String.valueOf(file.getFileName()), body.getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    private static Fields texts(List<String> texts) {
        Map<String, Value> numbered = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            numbered.put(String.valueOf(i), new Text(texts.get(i)));
        }
        return new Fields(numbered);
    }

    private static List<String> list(Fields head, String name) {
        List<String> texts = new ArrayList<>();
        RunFiles.fields(head, name).byName().values().forEach(value -> {
            if (value instanceof Text text) {
                texts.add(text.text());
            }
        });
        return texts;
    }
}
