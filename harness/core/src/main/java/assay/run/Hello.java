package assay.run;

import assay.api.Fields;
import assay.api.Sequence;
import assay.api.Text;
import assay.api.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hold what a child says about itself and the submission before the first request. */
record Hello(String language, String version, Set<String> tasks, List<Problem> problems) {
    private static final int LONGEST = 600;

    Hello {
        tasks = Set.copyOf(tasks);
        problems = List.copyOf(problems);
    }

    /** Say what is wrong with a file of the submission. */
    record Problem(String where, String message) {}

    /** Read a hello message. */
    static Optional<Hello> read(Value message) {
        if (message instanceof Fields fields && fields.get("hello").orElse(null) instanceof Fields hello) {
            Set<String> tasks = new HashSet<>();
            items(hello, "tasks").forEach(item -> {
                if (item instanceof Text text) {
                    tasks.add(text.text());
                }
            });
            List<Problem> problems = new ArrayList<>();
            items(hello, "problems").forEach(item -> {
                if (item instanceof Fields problem) {
                    problems.add(new Problem(line(problem, "where"), line(problem, "message")));
                }
            });
            return Optional.of(new Hello(line(hello, "language"), line(hello, "version"), tasks, problems));
        }
        return Optional.empty();
    }

    /** Say why a task that is not listed has no answer. */
    Outcome.Failed missing() {
        if (problems.isEmpty()) {
            return new Outcome.Failed(Fault.NOT_ANSWERED, "No " + language + " code solves this task.", "");
        }
        Problem first = problems.get(0);
        String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
        return new Outcome.Failed(Fault.NOT_COMPILED, first.message() + more, first.where());
    }

    private static List<Value> items(Fields fields, String name) {
        return fields.get(name).orElse(null) instanceof Sequence sequence ? sequence.items() : List.of();
    }

    private static String line(Fields fields, String name) {
        return fields.get(name).orElse(null) instanceof Text text ? Printable.line(text.text(), LONGEST) : "";
    }
}
