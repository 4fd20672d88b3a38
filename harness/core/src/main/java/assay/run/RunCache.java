package assay.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keep runs by the SHA-256 of all that they depend on, so that what is unchanged is not run again. Only answers are kept,
 * never a judgement. A run that met a limit, ended early or failed through the harness is not kept, as it might end otherwise
 * on another day; timed runs do not come here. A share of what is served is run again, to find code that does not answer the
 * same twice. Thread-safe, also between processes.
 */
public final class RunCache {
    private static final Logger LOG = LoggerFactory.getLogger(RunCache.class);
    private static final Set<Fault> STEADY =
            EnumSet.of(Fault.NOT_ANSWERED, Fault.UNREADABLE, Fault.NOT_COMPILED, Fault.EXCEPTION, Fault.NOT_NEEDED);
    /** When there is too much, this share of what is allowed stays. */
    private static final double LEFT = 0.8;

    private final Path folder;
    private final Rules rules;
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();

    /**
     * Say what counts.
     *
     * @param always facts besides those of the sandbox on which every run depends
     * @param judged facts on which a run that trains depends too
     * @param share of the served runs that are run again, 0 to 1
     * @param mostBytes more than this is not kept
     */
    public record Rules(Map<String, String> always, Map<String, String> judged, double share, long mostBytes) {
        public Rules {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("the share must be 0 to 1, was " + share);
            }
            always = Map.copyOf(always);
            judged = Map.copyOf(judged);
        }
    }

    /** Keep runs in {@code folder}, which is made where it is missing. */
    public RunCache(Path folder, Rules rules) {
        this.folder = folder;
        this.rules = rules;
    }

    /** Return how many runs were taken from here. */
    public int served() {
        return served.get();
    }

    /** Return how many of these were run again as a sample. */
    public int again() {
        return again.get();
    }

    /** Return the kept run of {@code plan}, or run it. */
    ChildTrace run(ChildPlan plan, Sandbox sandbox) {
        Path file;
        try {
            file = file(RunKey.of(plan, sandbox, rules.always(), rules.judged()));
        } catch (IOException e) {
            LOG.warn("a run is not looked up in the cache: {}", e.toString());
            return sandbox.run(plan);
        }
        Optional<ChildTrace> kept = kept(file, plan);
        if (kept.isEmpty()) {
            ChildTrace fresh = sandbox.run(plan);
            if (isSteady(fresh)) {
                keep(file, fresh);
            }
            return fresh;
        }
        served.incrementAndGet();
        boolean sampled = isSampled(file);
        touch(file);
        return sampled ? compared(kept.get(), plan, sandbox) : noted(kept.get(), "taken from the cache", 0);
    }

    private Optional<ChildTrace> kept(Path file, ChildPlan plan) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeptRun.read(file))
                    .filter(trace -> plan.requests().stream()
                            .allMatch(request -> trace.outcomes().containsKey(request.id())));
        } catch (IOException e) {
            LOG.warn("an entry of the cache is not used and made anew: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private ChildTrace compared(ChildTrace kept, ChildPlan plan, Sandbox sandbox) {
        ChildTrace fresh = sandbox.run(plan);
        if (!isSteady(fresh)) {
            return noted(kept, "taken from the cache; another run of it as a sample did not come to its end", 0);
        }
        again.incrementAndGet();
        Set<String> other = new TreeSet<>();
        for (Request request : plan.requests()) {
            Outcome one = kept.outcomes().get(request.id());
            Outcome two = fresh.outcomes().get(request.id());
            if (one == null || two == null || !isSame(one, two)) {
                other.add(request.task());
            }
        }
        return other.isEmpty()
                ? noted(kept, "taken from the cache, and run again as a sample with the same answers", 0)
                : noted(
                        kept,
                        "taken from the cache; run again as a sample, the code gave other answers to "
                                + String.join(", ", other),
                        other.size());
    }

    private static boolean isSame(Outcome one, Outcome two) {
        if (one instanceof Outcome.Answered first && two instanceof Outcome.Answered second) {
            return first.answers().equals(second.answers())
                    && first.refused().keySet().equals(second.refused().keySet());
        }
        return one instanceof Outcome.Failed first
                && two instanceof Outcome.Failed second
                && first.fault() == second.fault();
    }

    /** Return the run with a word about where it comes from; {@code unsteady} tasks were answered in two ways. */
    private static ChildTrace noted(ChildTrace trace, String note, int unsteady) {
        Map<String, Double> observed = new TreeMap<>(trace.observed());
        observed.put("fromCache", 1.0);
        if (unsteady > 0) {
            observed.put("unsteadyTasks", (double) unsteady);
        }
        return trace.with(
                Stream.concat(trace.children().stream(), Stream.of(note)).toList(), observed);
    }

    /** Return whether the run would end the same on another day, unless its code wants otherwise. */
    private static boolean isSteady(ChildTrace trace) {
        return trace.observed().getOrDefault("starts", 0.0) == 1
                && trace.outcomes().values().stream()
                        .allMatch(outcome ->
                                !(outcome instanceof Outcome.Failed failed) || STEADY.contains(failed.fault()));
    }

    private void keep(Path file, ChildTrace trace) {
        try {
            Files.createDirectories(file.getParent());
            if (WorkerStage.isPosix(folder)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            KeptRun.write(file, trace);
        } catch (IOException e) {
            LOG.warn("a run is not kept in the cache: {}", e.toString());
        }
    }

    /** Choose by the key and by when it was last served, so that in time all have their turn. */
    private boolean isSampled(Path file) {
        try {
            long when = Files.getLastModifiedTime(file).toMillis();
            String mixed = new assay.assignment.Digest()
                    .add(file.getFileName() + " " + when, new byte[0])
                    .hex();
            return Long.parseLong(mixed.substring(0, 8), 16) < rules.share() * 0x1p32;
        } catch (IOException e) {
            return false;
        }
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // removed by another process; the run is at hand
        }
    }

    /** Remove what was not used for longest, if there is more than is allowed. */
    public void trim() {
        try (Stream<Path> walk = Files.isDirectory(folder) ? Files.walk(folder, 2) : Stream.empty()) {
            List<Entry> entries = walk.filter(Files::isRegularFile)
                    .flatMap(file -> Entry.of(file).stream())
                    .sorted(Comparator.comparing(Entry::used))
                    .toList();
            long bytes = entries.stream().mapToLong(Entry::bytes).sum();
            boolean much = bytes > rules.mostBytes();
            for (Entry entry : entries) {
                if (much && bytes > LEFT * rules.mostBytes()) {
                    Files.deleteIfExists(entry.file());
                    bytes -= entry.bytes();
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            LOG.warn("the cache was not trimmed: {}", e.toString());
        }
    }

    private record Entry(Path file, long bytes, FileTime used) {
        static Optional<Entry> of(Path file) {
            try {
                return Optional.of(new Entry(file, Files.size(file), Files.getLastModifiedTime(file)));
            } catch (IOException e) {
                return Optional.empty(); // another process removed it
            }
        }
    }

    private Path file(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key);
    }
}
