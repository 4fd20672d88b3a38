package assay.run;

import assay.api.Inputs;
import assay.assignment.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Make the class data archive of the Java child (JEP 350): what the worker and the compiler load is then mapped instead
 * of parsed. It only saves time; without it everything works the same.
 */
final class ClassArchive {
    private static final long DUMP_MILLIS = 30_000;
    private static final String LOADED_FROM_ARCHIVE = "shared objects file (top)";
    private static final String FILE = "Sample.java";
    private static final String TASK = "sample";
    private static final String SAMPLE = """
            import assay.api.Answers;
            import assay.api.Inputs;
            import assay.api.Solves;
            import java.util.List;
            import java.util.Map;
            import java.util.stream.IntStream;

            class Sample {
                private record Pair(double left, double right) {}

                @Solves("sample")
                Answers sample(Inputs in) {
                    double[] x = in.vector("x");
                    double sum = IntStream.range(0, x.length).mapToDouble(i -> x[i] * x[i]).sum();
                    List<Pair> pairs = List.of(new Pair(sum, Math.sqrt(sum)), new Pair(1, 2));
                    if (x.length == 0) {
                        throw new IllegalArgumentException(String.format("%d entries in %s", x.length, Map.of("a", 1)));
                    }
                    return Answers.of("sum", sum).and("pairs", pairs.stream().map(Pair::left).toList())
                            .and("matrix", new double[][] {x, x}).and("text", "sum is " + sum);
                }
            }
            """;

    private final Enclosure enclosure;
    private final Spawner spawner;
    private final StagingArea staging;
    private final int slot;

    ClassArchive(Enclosure enclosure, Spawner spawner, StagingArea staging, int slot) {
        this.enclosure = enclosure;
        this.spawner = spawner;
        this.staging = staging;
        this.slot = slot;
    }

    /**
     * Make {@code archive} unless it is there; return whether it is there and children really use it. That this machine
     * cannot use one is remembered; a child that was disturbed is not.
     */
    boolean make(Path archive, Path asSeenByChildren) {
        Path unusable = archive.resolveSibling(archive.getFileName() + ".unusable");
        if (Files.isRegularFile(archive) || Files.isRegularFile(unusable)) {
            return Files.isRegularFile(archive);
        }
        try {
            Path sources = Files.createDirectories(staging.folder().resolve("sample"));
            WorkerStage.open(sources);
            WorkerStage.put(sources.resolve(FILE), SAMPLE.getBytes(StandardCharsets.UTF_8));
            Optional<Path> dumped = dump(sources);
            if (dumped.isEmpty()) {
                return false;
            }
            Optional<Boolean> used = Optional.of(false);
            if (Files.isRegularFile(dumped.get())) {
                WorkerStage.put(archive, Files.readAllBytes(dumped.get()));
                if (!asSeenByChildren.equals(archive)) {
                    Files.copy(archive, asSeenByChildren);
                }
                used = isUsed(sources);
            }
            if (!used.orElse(false)) {
                Files.deleteIfExists(archive);
                Files.deleteIfExists(asSeenByChildren);
            }
            if (used.isPresent() && !used.get()) {
                Files.writeString(unusable, "");
            }
            return used.orElse(false);
        } catch (IOException e) {
            return false; // children start without it, only slower
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Return the file that a child was told to write when it ended well. */
    private Optional<Path> dump(Path sources) throws IOException, InterruptedException {
        Path output = Files.createDirectories(staging.folder().resolve("archive"));
        if (Tools.isRoot() && enclosure.level().isConfined()) {
            Files.setAttribute(output, "unix:uid", BubblewrapEnclosure.FIRST_USER + slot);
        }
        Path file = output.resolve("java.jsa");
        List<String> program = Programs.archiving(enclosure.archiving(sources, file), Limits.standard(), List.of(FILE));
        try (ChildProcess child = start(program, sources, List.of(output), new CapturedOutput(1 << 12))) {
            if (talk(child)) {
                child.finish();
                return child.status(DUMP_MILLIS).filter(status -> status == 0).map(status -> file);
            }
        }
        return Optional.empty();
    }

    /** Return whether a child loads from the archive, or nothing when it did not get that far. */
    private Optional<Boolean> isUsed(Path sources) throws IOException, InterruptedException {
        List<String> program =
                new ArrayList<>(Programs.java(enclosure.layout(sources), Limits.standard(), List.of(FILE)));
        program.add(program.indexOf("-Xshare:auto"), "-Xlog:class+load=info:stderr");
        CapturedOutput output = new CapturedOutput(1 << 22);
        boolean talked;
        try (ChildProcess child = start(program, sources, List.of(), output)) {
            talked = talk(child);
        }
        return talked ? Optional.of(output.text().contains(LOADED_FROM_ARCHIVE)) : Optional.empty();
    }

    private ChildProcess start(List<String> program, Path sources, List<Path> writable, CapturedOutput output)
            throws IOException {
        Confinement confinement = new Confinement(Language.JAVA, sources, Limits.standard(), slot, List.of(), writable);
        return new ChildProcess(spawner.start(enclosure.wrap(program, confinement)), output);
    }

    private static boolean talk(ChildProcess child) throws InterruptedException {
        Limits limits = Limits.standard();
        ControlGroup none = new ControlGroup(Map.of());
        Ending ending = new Ending(Language.JAVA, none, new CapturedOutput(0), limits, () -> false);
        long deadline = System.nanoTime() + (long) (limits.totalSeconds() * 1e9);
        Conversation talk = new Conversation(child, limits, ending, new Meter(none), deadline);
        if (talk.start().hello().isEmpty()) {
            return false;
        }
        Inputs some = Inputs.none().and("x", new double[] {1, 2.5});
        Inputs nothing = Inputs.none().and("x", new double[0]);
        Optional<Outcome> first = talk.ask(new Request("0", TASK, "", false, some));
        Optional<Outcome> second = talk.ask(new Request("1", TASK, "", false, nothing));
        return first.isPresent() && first.get() instanceof Outcome.Answered && second.isPresent();
    }
}
