package assay.run;

import assay.api.Answers;
import assay.api.Fields;
import assay.api.Text;
import assay.api.Value;
import assay.assignment.Limits;
import java.util.Locale;
import java.util.Optional;

/** Read what a child says to one request. */
final class Reply {
    private static final int LONGEST = 1000;
    private static final String DEVICE = "device";

    private Reply() {}

    /** Return the outcome under {@code limits}; what does not answer this very request is {@link Fault#PROTOCOL}. */
    static Outcome read(Value message, Request request, Limits limits, double wallMillis) {
        if (!(message instanceof Fields fields)
                || !(fields.get("id").orElse(null) instanceof Text id)
                || !id.text().equals(request.id())
                || fields.byName().size() != (fields.get(DEVICE).isPresent() ? 3 : 2)) {
            return protocol("something that does not answer the request came back");
        }
        Value answers = fields.get("answers").orElse(Fields.none());
        Value error = fields.get("error").orElse(Fields.none());
        if (fields.get("answers").isPresent() && answers instanceof Fields given) {
            return new Outcome.Answered(new Answers(given), wallMillis);
        }
        if (fields.get("error").isPresent() && error instanceof Fields said) {
            String where = line(said, "where");
            return failed(line(said, "kind"), line(said, "type"), line(said, "message"), where, limits);
        }
        return protocol("a reply must hold answers or an error");
    }

    /** Return where the child says that it computed; nothing unless it was asked to use a GPU. */
    static Optional<DeviceWork> device(Value message) {
        return message instanceof Fields fields ? fields.get(DEVICE).flatMap(DeviceWork::read) : Optional.empty();
    }

    static Outcome.Failed protocol(String message) {
        return new Outcome.Failed(Fault.PROTOCOL, Printable.sentence(message), "");
    }

    private static Outcome failed(String kind, String type, String message, String where, Limits limits) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        String joined =
                simple.isEmpty() ? Printable.sentence(message) : message.isEmpty() ? simple : simple + ": " + message;
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "not-answered" -> new Outcome.Failed(Fault.NOT_ANSWERED, joined, where);
            case "bad-answer" -> new Outcome.Failed(Fault.UNREADABLE, joined, where);
            case "exception" ->
                memory(simple, limits)
                        .map(limit -> new Outcome.Failed(Fault.MEMORY_LIMIT, joined + "; the limit is " + limit, where))
                        .orElseGet(() -> new Outcome.Failed(Fault.EXCEPTION, joined, where));
            default -> protocol("an error of an unknown kind");
        };
    }

    /** Return the limit that an exception of this type tells of. */
    private static Optional<String> memory(String type, Limits limits) {
        return switch (type) {
            case "MemoryError" -> Optional.of(limits.memoryMiB() + " MiB");
            case "OutOfMemoryError" ->
                Optional.of(limits.heapMiB() + " MiB for the heap, " + limits.memoryMiB() + " MiB in all");
            default -> Optional.empty();
        };
    }

    private static String line(Fields fields, String name) {
        return fields.get(name).orElse(null) instanceof Text text ? Printable.line(text.text(), LONGEST) : "";
    }
}
