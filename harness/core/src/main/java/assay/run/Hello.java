package assay.run;

import assay.api.Fields;
import assay.api.Sequence;
import assay.api.Text;
import assay.api.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Hold what a child says about itself and the submission before the first request. */
record Hello(
        String language, String version, Set<String> tasks, List<Problem> problems, Map<String, String> libraries) {
    private static final int LONGEST = 600;
    private static final int MOST_LIBRARIES = 32;

    Hello {
        tasks = Set.copyOf(tasks);
        problems = List.copyOf(problems);
        libraries = Map.copyOf(libraries);
    }

    /** Say what is wrong with a file of the submission; {@code task} is the only one that this is about, or "" for any. */
    record Problem(String where, String message, String task) {}

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
                    problems.add(new Problem(line(problem, "where"), line(problem, "message"), text(problem, "task")));
                }
            });
            return Optional.of(
                    new Hello(line(hello, "language"), line(hello, "version"), tasks, problems, libraries(hello)));
        }
        return Optional.empty();
    }

    /** Return what the worker loaded before it looked at the submission. */
    private static Map<String, String> libraries(Fields hello) {
        Map<String, String> libraries = new TreeMap<>();
        if (hello.get("libraries").orElse(null) instanceof Fields said
                && said.byName().size() <= MOST_LIBRARIES) {
            said.byName().keySet().forEach(name -> libraries.put(Printable.line(name, 60), line(said, name)));
        }
        return libraries;
    }

    /** Return every task that the submission marks a solution for, whether it can be used or not. */
    Set<String> offered() {
        Set<String> offered = new TreeSet<>(tasks);
        problems.stream().map(Problem::task).filter(task -> !task.isEmpty()).forEach(offered::add);
        return offered;
    }

    /** Say why {@code task}, which is not listed, has no answer: first what is about it alone, then what is about any. */
    Outcome.Failed missing(String task) {
        List<Problem> about = Stream.of(task, "")
                .flatMap(name -> problems.stream().filter(one -> one.task().equals(name)))
                .toList();
        if (about.isEmpty()) {
            return new Outcome.Failed(Fault.NOT_ANSWERED, "No " + language + " code solves this task.", "");
        }
        Problem first = about.get(0);
        String more = about.size() == 1 ? "" : " (and " + (about.size() - 1) + " more)";
        return new Outcome.Failed(Fault.NOT_COMPILED, first.message() + more, first.where());
    }

    private static List<Value> items(Fields fields, String name) {
        return fields.get(name).orElse(null) instanceof Sequence sequence ? sequence.items() : List.of();
    }

    private static String line(Fields fields, String name) {
        return Printable.line(text(fields, name), LONGEST);
    }

    private static String text(Fields fields, String name) {
        return fields.get(name).orElse(null) instanceof Text text ? text.text() : "";
    }
}
