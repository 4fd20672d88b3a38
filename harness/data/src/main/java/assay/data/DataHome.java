package assay.data;

import java.nio.file.Path;
import java.util.Map;

/** Know the folder of the data sets; each has a folder of its name in it. */
public record DataHome(Path folder) {
    /** The environment variable that names the folder. */
    public static final String VARIABLE = "ASSAY_DATA";

    /** Return the folder that {@code ASSAY_DATA} names, else {@code assay/data} in the cache of the user. */
    public static DataHome ofEnvironment() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** Return the folder as {@link #ofEnvironment()} does in {@code environment} for the user living at {@code user}. */
    static DataHome of(Map<String, String> environment, Path user) {
        String told = environment.getOrDefault(VARIABLE, "");
        if (!told.isBlank()) {
            return new DataHome(Path.of(told));
        }
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.isBlank() ? user.resolve(".cache") : Path.of(cache);
        return new DataHome(base.resolve("assay").resolve("data"));
    }

    /** Return the folder of the data set {@code name}. */
    public Path of(String name) {
        return folder.resolve(name);
    }
}
