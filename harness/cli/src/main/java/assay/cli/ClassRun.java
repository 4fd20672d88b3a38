package assay.cli;

import assay.assignment.Assignment;
import assay.grade.ClassGrader;
import assay.grade.Grader;
import assay.parity.Stopwatch;
import assay.report.ReportWriter;
import assay.result.ResultRecord;
import assay.run.Device;
import assay.run.References;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Grade a class with progress on the terminal, and write the reports. */
final class ClassRun {
    private final Workspace workspace;
    private final Console console;
    private final Path out;
    private Map<String, Double> millis = Map.of();

    ClassRun(Workspace workspace, Console console, Path out) {
        this.workspace = workspace;
        this.console = console;
        this.out = out;
    }

    /**
     * Refuse a folder that holds something else than nothing.
     *
     * @throws UsageException if it does
     */
    static void refuseUsed(Path out) throws IOException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new UsageException("'" + out + "' is not a folder");
        } else if (Files.isDirectory(out)) {
            try (Stream<Path> entries = Files.list(out)) {
                if (entries.findAny().isPresent()) {
                    throw new UsageException("the folder '" + out + "' is not empty; name another one with --out,"
                            + " or remove it first, so that results are not mixed");
                }
            }
        }
    }

    List<ResultRecord> grade(Assignment assignment, List<Path> sources, ClassSettings settings) throws IOException {
        long start = System.nanoTime();
        AtomicInteger done = new AtomicInteger();
        Thread farewell = new Thread(() -> console.note("assay: interrupted after " + done + " of " + sources.size()
                + " submissions"
                + (done.get() == 0 ? "" : "; their results are kept, 'assay report " + out + "' writes the pages")));
        Runtime.getRuntime().addShutdownHook(farewell);
        try (Stopwatch sandbox =
                new Stopwatch(workspace.sandbox(settings.trusted(), settings.slots(), settings.device()))) {
            References references = References.find(assignment);
            Grader grader = new Grader(
                    assignment,
                    references,
                    sandbox,
                    workspace.options(settings.secret()).on(settings.device()));
            Files.createDirectories(out);
            List<ResultRecord> results = new ClassGrader(grader, out)
                    .grade(sources, settings.slots(), (result, folder) -> {
                        ReportWriter.writeSubmission(result, folder);
                        progress(result, done, sources.size());
                    });
            ReportWriter.writeClass(results, out);
            millis = sandbox.millis();
            Summary.notJudged(results).ifPresent(console::note);
            console.say(String.format(
                    Locale.ROOT, "%d submissions in %.1f s.", results.size(), (System.nanoTime() - start) / 1e9));
            console.say("Report: "
                    + out.resolve("index.html").toAbsolutePath().normalize().toUri());
            console.say(
                    "Grade book: " + out.resolve("scores.csv").toAbsolutePath().normalize());
            return results;
        } finally {
            forget(farewell);
        }
    }

    /** Return how long the requests of the last run took, by their ids. */
    Map<String, Double> millis() {
        return millis;
    }

    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The interrupt has come already, and the farewell is being said.
        }
    }

    /** Say that one more is done; the numbers come in order. */
    private synchronized void progress(ResultRecord result, AtomicInteger done, int all) {
        console.say(String.format(
                Locale.ROOT,
                "[%d/%d] %s, %.1f s",
                done.incrementAndGet(),
                all,
                Summary.line(result),
                result.observed().numbers().getOrDefault("totalMillis", 0.0) / 1000));
    }

    /** Say how a class is run. */
    record ClassSettings(String secret, boolean trusted, int slots, Device device) {
        /** Run on the CPU. */
        ClassSettings(String secret, boolean trusted, int slots) {
            this(secret, trusted, slots, Device.CPU);
        }

        /** Run on another device; a GPU takes one submission at a time. */
        ClassSettings on(Device other) {
            return new ClassSettings(secret, trusted, other == Device.CPU ? slots : 1, other);
        }
    }
}
