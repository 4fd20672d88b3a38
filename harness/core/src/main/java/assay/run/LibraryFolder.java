package assay.run;

import assay.assignment.BadAssignment;
import assay.assignment.Library;
import assay.assignment.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Take DL4J from a folder of jars, which may have to be made first; the native code in them is unpacked once per user. */
public final class LibraryFolder implements LibraryShelf {
    /** What the JVM needs besides heap and native arrays: classes, code, stacks, the libraries themselves. */
    private static final int MACHINE_MIB = 192;

    private static final int LEAST_ARRAYS_MIB = 64;

    private final Path folder;
    private final Path cache;
    private final Maker maker;
    private @Nullable Contents contents;
    private @Nullable GradingException failed;

    /** Make or renew the folder before it is first used; explain in the message of an exception what is missing. */
    public interface Maker {
        void make(Path folder) throws IOException;
    }

    /** Hold what was found. */
    private record Contents(List<Path> jars, Optional<Path> natives, EngineFile engine) {}

    /** Take the jars from {@code folder} after {@code maker} made it, and unpack into {@code cache}. */
    public LibraryFolder(Path folder, Path cache, Maker maker) {
        this.folder = folder;
        this.cache = cache;
        this.maker = maker;
    }

    @Override
    public ChildLibraries take(List<Library> libraries, Limits limits) {
        Contents found = contents();
        List<Path> readOnly = found.natives().stream().toList();
        Map<String, String> environment = found.engine().variables();
        return new ChildLibraries(found.jars(), environment, options(found, limits), readOnly, List.of());
    }

    private List<String> options(Contents found, Limits limits) {
        List<String> options = new ArrayList<>(found.engine().jvm());
        if (found.natives().isPresent()) {
            // Where the native code lies unpacked, JavaCPP wants to write nowhere.
            options.add("-Dorg.bytedeco.javacpp.pathsFirst=true");
            options.add("-Djava.library.path=" + found.natives().get());
        } else {
            options.add("-Dorg.bytedeco.javacpp.cachedir=" + cache.resolve("natives"));
        }
        int arrays = Math.max(LEAST_ARRAYS_MIB, limits.memoryMiB() - limits.heapMiB() - MACHINE_MIB);
        options.add("-Dorg.bytedeco.javacpp.maxbytes=" + arrays + "m");
        // What counts is not what JavaCPP takes for resident, with all files that are mapped: the parent watches that.
        options.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
        options.add("-Dorg.bytedeco.javacpp.maxretries=3");
        return options;
    }

    private synchronized Contents contents() {
        // What failed once is not tried again for each submission of a class.
        if (failed != null) {
            throw failed;
        }
        Contents known = contents;
        if (known == null) {
            try {
                known = find();
            } catch (GradingException e) {
                failed = e;
                throw e;
            }
            contents = known;
        }
        return known;
    }

    private Contents find() {
        try {
            maker.make(folder);
            if (EngineFile.jar(folder).isEmpty()) {
                throw new GradingException("this task needs DL4J, which is not in " + folder
                        + "; unpack the libraries of the course there, or in a checkout run 'ASSAY_BUILD=libraries"
                        + " ./assay': see README.md, section 'DL4J in submissions'");
            }
            Natives natives = new Natives(cache.resolve("libraries"));
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> jars = files.filter(
                                file -> file.getFileName().toString().endsWith(".jar"))
                        .sorted()
                        .toList();
                EngineFile engine = EngineFile.read(folder);
                return Natives.areFor(jars)
                        ? new Contents(Natives.without(jars), Optional.of(natives.unpack(jars)), engine)
                        : new Contents(jars, Optional.empty(), engine);
            }
        } catch (IOException | BadAssignment e) {
            throw new GradingException("this task needs DL4J, which cannot be made ready: " + e.getMessage(), e);
        }
    }
}
