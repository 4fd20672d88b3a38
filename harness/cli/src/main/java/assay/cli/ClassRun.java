package assay.cli;

import assay.assignment.Assignment;
import assay.grade.ClassFile;
import assay.grade.ClassGrader;
import assay.grade.GradeOptions;
import assay.grade.Grader;
import assay.grade.HandIn;
import assay.grade.OutFolder;
import assay.grade.Resumption;
import assay.grade.StoredResults;
import assay.parity.Stopwatch;
import assay.report.ReportWriter;
import assay.result.ResultFile;
import assay.result.ResultRecord;
import assay.run.Device;
import assay.run.References;
import assay.run.RunCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

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
        } else if (OutFolder.isUsed(out) && ClassFile.isIn(out)) {
            long done = new StoredResults(out).folders().size();
            long all = ClassFile.read(out).handIns().size();
            throw new UsageException("the folder '" + out + "' is not empty: it holds " + done + " of " + all
                    + " results of an earlier run; " + (done < all ? "go on with it by --resume," : "")
                    + " name another folder with --out, or remove it first, so that results are not mixed");
        } else if (OutFolder.isUsed(out)) {
            throw new UsageException("the folder '" + out + "' is not empty; name another one with --out,"
                    + " or remove it first, so that results are not mixed");
        }
    }

    List<ResultRecord> grade(Assignment assignment, List<HandIn> handIns, ClassSettings settings) throws IOException {
        long start = System.nanoTime();
        try (OutFolder held = OutFolder.hold(out);
                Stopwatch sandbox = new Stopwatch(
                        workspace.sandbox(settings.trusted(), settings.slots(), settings.device(), settings.cache()))) {
            if (!settings.resume()) {
                refuseUsed(out);
            }
            References references = References.find(assignment);
            GradeOptions options = workspace.options(settings.secret()).on(settings.device());
            Grader grader = new Grader(assignment, references, sandbox, options);
            Beginning beginning = new Beginning(out, held, grader, options, console);
            List<HandIn> all = beginning.begin(assignment, handIns, settings);
            List<ResultRecord> results = grade(all, grader, settings);
            ReportWriter.writeClass(results, out);
            millis = sandbox.millis();
            settings.cache().ifPresent(cache -> CacheOptions.finish(cache, results, console));
            Summary.notJudged(results).ifPresent(console::note);
            console.say(String.format(
                    Locale.ROOT, "%d submissions in %.1f s.", results.size(), (System.nanoTime() - start) / 1e9));
            console.say("Report: "
                    + out.resolve("index.html").toAbsolutePath().normalize().toUri());
            console.say(
                    "Grade book: " + out.resolve("scores.csv").toAbsolutePath().normalize());
            return results;
        }
    }

    private List<ResultRecord> grade(List<HandIn> handIns, Grader grader, ClassSettings settings) throws IOException {
        AtomicInteger done = new AtomicInteger();
        Thread farewell = new Thread(() -> console.note("assay: interrupted after " + done + " of " + handIns.size()
                + " submissions; their results are kept: the same command with --resume grades the others"
                + (done.get() == 0 ? "" : ", 'assay report " + out + "' writes the pages of these")));
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            Optional<Resumption> resumption =
                    settings.resume() ? Optional.of(new Resumption(grader.settings())) : Optional.empty();
            AtomicInteger keptCount = new AtomicInteger();
            List<Path> folders = new ClassGrader(grader, out)
                    .grade(handIns, settings.slots(), resumption, (result, folder, kept) -> {
                        ReportWriter.writeSubmission(result, folder);
                        progress(result, done, handIns.size(), kept);
                        keptCount.addAndGet(kept ? 1 : 0);
                    });
            if (settings.resume()) {
                console.say(keptCount + " results of the run before were kept, " + (folders.size() - keptCount.get())
                        + " submissions graded now.");
            }
            List<ResultRecord> results = new ArrayList<>();
            for (Path folder : folders) {
                results.add(ResultFile.read(folder));
            }
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

    /** Say that one more is done; the numbers come in order. What an earlier run has told is counted only. */
    private synchronized void progress(ResultRecord result, AtomicInteger done, int all, boolean kept) {
        int number = done.incrementAndGet();
        if (!kept) {
            console.say(String.format(
                    Locale.ROOT,
                    "[%d/%d] %s, %.1f s",
                    number,
                    all,
                    Summary.line(result),
                    result.observed().numbers().getOrDefault("totalMillis", 0.0) / 1000));
        }
    }

    /**
     * Say how a class is run.
     *
     * @param cache what need not be run again, if that is to be used
     * @param resume whether an interrupted run is finished
     * @param name the assignment as it was named, to find it again
     * @param submissions the folder that was named, if it was one
     */
    record ClassSettings(
            String secret,
            boolean trusted,
            int slots,
            Device device,
            Optional<RunCache> cache,
            boolean resume,
            String name,
            Optional<Path> submissions) {
        /** Run on another device; a GPU takes one submission at a time. */
        ClassSettings on(Device other) {
            return new ClassSettings(
                    secret, trusted, other == Device.CPU ? slots : 1, other, cache, resume, name, submissions);
        }
    }
}
