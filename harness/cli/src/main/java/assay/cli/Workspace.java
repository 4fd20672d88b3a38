package assay.cli;

import assay.assignment.Assignment;
import assay.assignment.AssignmentReader;
import assay.assignment.Digest;
import assay.assignment.Suggestion;
import assay.data.DataHome;
import assay.grade.GradeOptions;
import assay.run.Device;
import assay.run.GradingException;
import assay.run.LibraryFolder;
import assay.run.RunCache;
import assay.run.Sandbox;
import assay.run.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Know where things lie: the installation, its assignments, its jars, the cache of the user. */
public final class Workspace {
    private static final long MOST_CACHED = 512L << 20;

    private final Path home;
    private final Path lib;
    private final DataHome data;
    private final Devices devices;

    /** Take the places from the system properties {@code assay.home} and {@code assay.lib} that the launcher sets. */
    public Workspace() {
        this(
                Path.of(System.getProperty("assay.home", ".")).toAbsolutePath().normalize(),
                Path.of(System.getProperty("assay.lib", "lib")).toAbsolutePath().normalize());
    }

    /** Work with the installation at {@code home} and the jars in {@code lib}. */
    public Workspace(Path home, Path lib) {
        this(home, lib, DataHome.ofEnvironment());
    }

    /** Work with the installation at {@code home}, the jars in {@code lib} and the data sets in {@code data}. */
    public Workspace(Path home, Path lib, DataHome data) {
        this(home, lib, data, new Devices());
    }

    /** Work with the devices that {@code devices} finds. */
    Workspace(Path home, Path lib, DataHome data, Devices devices) {
        this.home = home;
        this.lib = lib;
        this.data = data;
        this.devices = devices;
    }

    /** Return the folder of the installation. */
    public Path home() {
        return home;
    }

    /** Return the folder of the jars. */
    public Path lib() {
        return lib;
    }

    /** Return where the data sets are. */
    public DataHome data() {
        return data;
    }

    /** Return the ids of the assignments of this installation, by name. */
    public List<String> assignments() {
        try (Stream<Path> entries = Files.list(home.resolve("assignments"))) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(AssignmentReader.DESCRIPTION)))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Read the assignment called {@code name}: an id of this installation or a folder.
     *
     * @throws UsageException if there is no such assignment
     */
    public Assignment assignment(String name, boolean preferPrivate) {
        Path own = home.resolve("assignments").resolve(name);
        for (Path folder : List.of(own, Path.of(name))) {
            if (Files.isRegularFile(folder.resolve(AssignmentReader.DESCRIPTION))) {
                return AssignmentReader.read(folder, preferPrivate);
            }
        }
        throw new UsageException("there is no assignment '" + name + "'; " + Suggestion.of(name, assignments()));
    }

    /** Return a sandbox that opens when code is to be run. */
    public Sandbox sandbox(boolean trusted, int slots) {
        return sandbox(trusted, slots, Device.CPU, Optional.empty());
    }

    /**
     * Return a sandbox on {@code device}; on the CPU what {@code cache} has need not be run again.
     *
     * @throws GradingException if there is no such device; the message says what is missing
     */
    Sandbox sandbox(boolean trusted, int slots, Device device, Optional<RunCache> cache) {
        LibraryFolder shelf = new LibraryFolder(libraries(device), cache(), folder -> makeLibraries(device));
        return devices.open(device, new SandboxOptions(trusted, slots, lib, cache()).withLibraries(shelf), cache);
    }

    /** Return what is known of devices. */
    Devices devices() {
        return devices;
    }

    /** Return the folder with the jars of DL4J for {@code device}, which may be empty. */
    Path libraries(Device device) {
        Path cpu = Path.of(System.getProperty(
                "assay.libraries", home.resolve("lib-worker-cpu").toString()));
        return device == Device.CPU ? cpu : cpu.resolveSibling("lib-worker-" + device.word());
    }

    /** Let the launcher of a checkout build the jars of DL4J where they are missing or old. */
    void makeLibraries(Device device) throws IOException {
        Path launcher = home.resolve("assay");
        boolean never = "never".equals(System.getenv("ASSAY_BUILD"));
        if (never || !Files.isRegularFile(home.resolve("pom.xml")) || !Files.isExecutable(launcher)) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(launcher.toString()).inheritIO();
        builder.environment().put("ASSAY_BUILD", device == Device.CPU ? "libraries" : "libraries-" + device.word());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            if (builder.start().waitFor() != 0) {
                throw new IOException(
                        "'./assay' could not build it and printed why; it fetches what is missing, so there must be a network"
                                + " the first time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("building it was interrupted", e);
        }
    }

    /** Return the cache of runs for {@code assignment}; the share of what it serves is run again. */
    RunCache runs(Assignment assignment, double share) {
        Map<String, String> always = new TreeMap<>(options("").facts());
        String reference = String.valueOf(always.remove("reference.digest"));
        Map<String, String> judged = Map.of("assignment", assignment.digest(), "reference", reference);
        return new RunCache(cache().resolve("runs"), new RunCache.Rules(always, judged, share, MOST_CACHED));
    }

    /** Return how to grade: the secret, and the facts that are the same for all submissions. */
    public GradeOptions options(String secret) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("assay.version", version());
        facts.put("harness.jdk", System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        digest("assay-reference").ifPresent(digest -> facts.put("reference.digest", digest));
        digest("assay-core").ifPresent(digest -> facts.put("harness.digest", digest));
        return new GradeOptions(secret, facts);
    }

    /** Return the version of this build. */
    public static String version() {
        String version = Workspace.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Return the SHA-256 of one of our jars. */
    private Optional<String> digest(String name) {
        try (Stream<Path> jars = Files.list(lib)) {
            Optional<Path> found = jars.filter(
                            jar -> jar.getFileName().toString().startsWith(name))
                    .findFirst();
            return found.map(
                    jar -> Digest.ofFiles(lib, List.of(jar.getFileName().toString())));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Return the folder of the user for what can be made again. */
    static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        Path cache = base.resolve("assay");
        try {
            Files.createDirectories(cache);
            return cache;
        } catch (IOException e) {
            throw new GradingException(
                    "cannot make the cache folder " + cache + "; set XDG_CACHE_HOME to a writable folder", e);
        }
    }
}
