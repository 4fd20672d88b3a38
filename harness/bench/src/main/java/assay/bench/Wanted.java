package assay.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Be what was asked for on the command line of the process that runs benchmarks. Who types is answered by the command line of Assay;
 * this process is told what that has examined.
 *
 * @param forks processes for each benchmark, one after another
 * @param home folder of the project
 * @param version of this build
 * @param jvm options for the forks that were asked for
 * @param engine options for the forks that DL4J needs
 * @param filters parts of names, or regular expressions; none for all benchmarks
 */
record Wanted(
        boolean list,
        boolean quick,
        int forks,
        Optional<Path> out,
        Path home,
        String version,
        List<String> jvm,
        List<String> engine,
        List<String> filters) {
    Wanted {
        jvm = List.copyOf(jvm);
        engine = List.copyOf(engine);
        filters = List.copyOf(filters);
    }

    static Wanted of(String... arguments) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        boolean list = false;
        boolean quick = false;
        int forks = 1;
        Optional<Path> out = Optional.empty();
        Path home = Path.of(".");
        String version = "development";
        List<String> jvm = new ArrayList<>();
        List<String> engine = new ArrayList<>();
        List<String> filters = new ArrayList<>();
        while (!left.isEmpty()) {
            String argument = left.remove();
            switch (argument) {
                case "--list" -> list = true;
                case "--quick" -> quick = true;
                case "--forks" -> forks = Integer.parseInt(left.remove());
                case "--out" -> out = Optional.of(Path.of(left.remove()));
                case "--home" -> home = Path.of(left.remove());
                case "--version" -> version = left.remove();
                case "--jvm" -> jvm.add(left.remove());
                case "--engine" -> engine.add(left.remove());
                default -> filters.add(argument);
            }
        }
        return new Wanted(list, quick, forks, out, home, version, jvm, engine, filters);
    }
}
