package assay.run;

import assay.api.Answers;
import assay.api.Fields;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Truth;
import assay.api.Value;
import assay.api.wire.Wire;
import assay.api.wire.WireException;
import assay.api.wire.WireLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Write and read what a run leaves on disk: {@code plan.json} (what was asked) and {@code answers.json} (what came), so that
 * everything after it can be done again without running anything. One JSON object per line.
 */
public final class RunFiles {
    /** Name the file of the plan. */
    public static final String PLAN = "plan.json";

    /** Name the file of the answers. */
    public static final String ANSWERS = "answers.json";

    private static final Wire WIRE = new Wire(new WireLimits(64 << 20, 12, 4_000_000, 40, 1 << 20));

    private RunFiles() {}

    /** Return the plan as text, with the places of images in the pool of {@code room} instead of their pixels. */
    public static String write(RunPlan plan, TrainingRoom room) {
        Map<String, Value> head = new LinkedHashMap<>();
        head.put("assignment", new Text(plan.assignment()));
        head.put("version", Tensor.scalar(plan.version()));
        head.put("submission", new Text(plan.submission()));
        head.put("seed", new Text(plan.seeds().hex()));
        head.put("device", new Text(plan.device().word()));
        StringBuilder text = new StringBuilder(Wire.write(new Fields(head))).append('\n');
        for (Request request : plan.requests()) {
            Map<String, Value> line = new LinkedHashMap<>();
            line.put("id", new Text(request.id()));
            line.put("task", new Text(request.task()));
            line.put("label", new Text(request.label()));
            line.put("edge", new Truth(request.edge()));
            line.put("inputs", room.shelved(request.task(), request.inputs()).fields());
            text.append(Wire.write(new Fields(line))).append('\n');
        }
        return text.toString();
    }

    /** Return the answers as text. */
    public static String write(RunTrace trace) {
        StringBuilder text = new StringBuilder();
        for (Exchange exchange : trace.exchanges()) {
            Map<String, Value> line = new LinkedHashMap<>();
            line.put("id", new Text(exchange.request().id()));
            line.put("source", new Text(exchange.source().name().toLowerCase(Locale.ROOT)));
            put(exchange.outcome(), line);
            text.append(Wire.write(new Fields(line))).append('\n');
        }
        return text.toString();
    }

    /** Add what came of one request to a line. */
    static void put(Outcome outcome, Map<String, Value> line) {
        if (outcome instanceof Outcome.Answered answered) {
            line.put("answers", answered.answers().fields());
            if (!answered.refused().isEmpty()) {
                Map<String, Value> refused = new TreeMap<>();
                answered.refused().forEach((name, failed) -> refused.put(name, write(failed)));
                line.put("refused", new Fields(refused));
            }
        } else if (outcome instanceof Outcome.Failed failed) {
            line.put("failed", write(failed));
        }
    }

    private static Fields write(Outcome.Failed failed) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("fault", new Text(failed.fault().name().toLowerCase(Locale.ROOT)));
        fields.put("message", new Text(failed.message()));
        fields.put("where", new Text(failed.where()));
        return new Fields(fields);
    }

    /**
     * Read the exchanges that were stored in {@code folder}, with the images that {@code room} holds.
     *
     * @throws IOException if the files are missing or damaged
     * @throws GradingException if the images are not those of the stored plan
     */
    public static List<Exchange> read(Path folder, TrainingRoom room) throws IOException {
        try {
            return exchanges(folder, room);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new IOException(folder + ": what is stored of the run is damaged: " + e.getMessage(), e);
        }
    }

    private static List<Exchange> exchanges(Path folder, TrainingRoom room) throws IOException {
        Map<String, Request> requests = new LinkedHashMap<>();
        for (Fields line : lines(folder.resolve(PLAN))) {
            if (line.get("id").isPresent()) {
                Request request = new Request(
                        text(line, "id"),
                        text(line, "task"),
                        text(line, "label"),
                        line.get("edge").orElse(null) instanceof Truth edge && edge.holds(),
                        room.fetched(text(line, "task"), new Inputs(fields(line, "inputs"))));
                requests.put(request.id(), request);
            }
        }
        List<Exchange> exchanges = new ArrayList<>();
        for (Fields line : lines(folder.resolve(ANSWERS))) {
            Request request = requests.get(text(line, "id"));
            if (request == null) {
                throw new IOException(folder.resolve(ANSWERS) + ": answers a request that " + PLAN + " does not have");
            }
            Source source = Source.valueOf(text(line, "source").toUpperCase(Locale.ROOT));
            exchanges.add(new Exchange(request, source, outcome(line)));
        }
        return exchanges;
    }

    /** Return what came of the request of a line. */
    static Outcome outcome(Fields line) {
        if (line.get("failed").isPresent()) {
            return failed(fields(line, "failed"));
        }
        Map<String, Outcome.Failed> refused = new TreeMap<>();
        fields(line, "refused").byName().forEach((name, value) -> refused.put(name, failed((Fields) value)));
        return new Outcome.Answered(new Answers(fields(line, "answers")), refused, 0);
    }

    private static Outcome.Failed failed(Fields fields) {
        Fault fault = Fault.valueOf(text(fields, "fault").toUpperCase(Locale.ROOT));
        return new Outcome.Failed(fault, text(fields, "message"), text(fields, "where"));
    }

    private static List<Fields> lines(Path file) throws IOException {
        return lines(file, Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    /** Read the lines of a file, one object each. */
    static List<Fields> lines(Path file, List<String> texts) throws IOException {
        List<Fields> lines = new ArrayList<>();
        int number = 0;
        for (String line : texts) {
            number++;
            try {
                if (!(WIRE.read(line.getBytes(StandardCharsets.UTF_8)) instanceof Fields fields)) {
                    throw new WireException("not an object");
                }
                lines.add(fields);
            } catch (WireException e) {
                throw new IOException(file + ":" + number + ": is damaged: " + e.getMessage(), e);
            }
        }
        return lines;
    }

    static String text(Fields line, String name) {
        return line.get(name).orElse(null) instanceof Text text ? text.text() : "";
    }

    static Fields fields(Fields line, String name) {
        return line.get(name).orElse(null) instanceof Fields fields ? fields : Fields.none();
    }
}
