package assay.run;

import assay.device.GpuAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Say how submissions are to be run.
 *
 * @param trusted whether the code is one's own, so that it may run without isolation where the machine offers none
 * @param slots how many children may run at once
 * @param workerClassPath jars or class folders of the Java child: api, worker and their libraries, in order
 * @param cache folder of this user for what is costly to prepare; made when it is missing
 * @param libraries where the libraries of tasks are found
 * @param gpu the GPU that children may use; none on the CPU
 */
public record SandboxOptions(
        boolean trusted,
        int slots,
        List<Path> workerClassPath,
        Path cache,
        LibraryShelf libraries,
        Optional<GpuAccess> gpu) {
    private static final List<String> NEEDED = List.of("assay-worker", "assay-api", "jackson-core", "jspecify");

    public SandboxOptions {
        if (slots < 1) {
            throw new IllegalArgumentException("slots must be at least 1, was " + slots);
        }
        workerClassPath = List.copyOf(workerClassPath);
    }

    /** Give no libraries, and run on the CPU. */
    public SandboxOptions(boolean trusted, int slots, List<Path> workerClassPath, Path cache) {
        this(
                trusted,
                slots,
                workerClassPath,
                cache,
                LibraryShelf.empty("which was not looked for here."),
                Optional.empty());
    }

    /** Return the same with another place for libraries. */
    public SandboxOptions withLibraries(LibraryShelf shelf) {
        return new SandboxOptions(trusted, slots, workerClassPath, cache, shelf, gpu);
    }

    /** Return the same options for one submission at a time on a GPU. */
    SandboxOptions on(GpuAccess access) {
        return new SandboxOptions(trusted, 1, workerClassPath, cache, libraries, Optional.of(access));
    }

    /** Take the Java child's jars from the folder {@code lib}, by their names. */
    public SandboxOptions(boolean trusted, int slots, Path lib, Path cache) {
        this(trusted, slots, jars(lib), cache);
    }

    private static List<Path> jars(Path lib) {
        List<Path> jars = new ArrayList<>();
        for (String name : NEEDED) {
            Pattern pattern = Pattern.compile(Pattern.quote(name) + "-\\d.*\\.jar");
            try (Stream<Path> files = Files.list(lib)) {
                jars.add(files.filter(file ->
                                pattern.matcher(file.getFileName().toString()).matches())
                        .sorted()
                        .findFirst()
                        .orElseThrow(() -> new GradingException("the folder " + lib + " must have a jar " + name
                                + "-<version>.jar; build Assay again")));
            } catch (IOException e) {
                throw new GradingException("the folder of jars cannot be read: " + lib, e);
            }
        }
        return jars;
    }
}
