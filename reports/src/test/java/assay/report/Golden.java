package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compare with a stored file; {@code -Dgolden.write=true} writes it anew instead. */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    static void check(String name, String actual) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, actual);
            }
            List<String> stored = Files.readString(file).lines().toList();
            List<String> lines = actual.lines().toList();
            for (int i = 0; i < Math.min(stored.size(), lines.size()); i++) {
                int line = i + 1;
                assertEquals(stored.get(i), lines.get(i), () -> name + ":" + line + " differs; is the change meant?");
            }
            assertEquals(stored.size(), lines.size(), () -> name + " has another length; is the change meant?");
            assertEquals(Files.readString(file), actual, () -> name + " has other line ends; is the change meant?");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
