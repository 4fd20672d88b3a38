package assay.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;

/** Compare texts with golden files; {@code -Dgolden.write=true} writes the files instead, and the diff is read in review. */
public final class Golden {
    private Golden() {}

    /** Return the project's own folder, which holds the golden files among its sources. */
    public static Path root() {
        return Path.of(System.getProperty("assay.root", "."));
    }

    /** Fail unless {@code actual} is what {@code file} (relative to the project) holds. */
    public static void check(String file, String actual) {
        Path path = root().resolve(file);
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, actual);
            }
            String hint = file + " is not as written; if the change is meant, run again with -Dgolden.write=true";
            Assertions.assertEquals(Files.readString(path), actual, hint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
