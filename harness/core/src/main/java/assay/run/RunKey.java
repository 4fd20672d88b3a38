package assay.run;

import assay.api.wire.Wire;
import assay.assignment.Digest;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Add up all that a run depends on: every file of the submission, the requests with their inputs (and so the seed and what the
 * reference draws), the limits, the data, the sandbox with JDK, Python and its packages, the processor, the harness.
 */
final class RunKey {
    private static final String FORM = "assay/run-cache/1";
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    /** What is added by hand; every other part of a plan is added as its text, so that a new one cannot be forgotten. */
    private static final Set<String> BY_HAND = Set.of("sources", "requests", "training", "sufficiency");

    private RunKey() {}

    /**
     * Return the key of a plan, 64 hex digits.
     *
     * @param always facts besides those of the sandbox on which every run depends
     * @param judged facts on which a run depends whose end is decided by the checks: one that trains
     */
    static String of(ChildPlan plan, Sandbox sandbox, Map<String, String> always, Map<String, String> judged)
            throws IOException {
        Digest digest = new Digest();
        text(digest, "form", FORM);
        text(digest, "level", sandbox.level().name());
        text(digest, "processor", processor());
        text(digest, "sandbox", new TreeMap<>(sandbox.facts()).toString());
        text(digest, "always", new TreeMap<>(always).toString());
        for (RecordComponent part : ChildPlan.class.getRecordComponents()) {
            if (!BY_HAND.contains(part.getName())) {
                text(digest, part.getName(), value(part, plan));
            }
        }
        for (Request request : plan.requests()) {
            text(digest, "request", request.id() + " " + request.task());
            text(digest, "inputs", Wire.write(request.inputs().fields()));
        }
        if (!plan.training().isEmpty()) {
            text(digest, "training", new TreeMap<>(plan.training().descriptions()).toString());
            text(digest, "judged", new TreeMap<>(judged).toString());
        }
        for (Path file : files(plan.sources())) {
            digest.add("file " + plan.sources().relativize(file), Files.readAllBytes(file));
        }
        return digest.hex();
    }

    private static String value(RecordComponent part, ChildPlan plan) {
        try {
            return String.valueOf(part.getAccessor().invoke(plan));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a part of a plan cannot be read: " + part.getName(), e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Return model and abilities: libraries choose other code, and so other last digits, on another processor. */
    private static String processor() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return String.join(
                    "\n",
                    lines.filter(line -> line.startsWith("model name") || line.startsWith("flags"))
                            .limit(2)
                            .toList());
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static void text(Digest digest, String name, String text) {
        digest.add(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
