package assay.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** List what of the machine a child needs to see: libraries, the JDK, and nothing else. */
final class Binds {
    private static final List<String> LIBRARIES = List.of(
            "/usr/lib/x86_64-linux-gnu",
            "/usr/lib/aarch64-linux-gnu",
            "/usr/lib64",
            "/lib/x86_64-linux-gnu",
            "/lib/aarch64-linux-gnu",
            "/lib64");
    /** Without it the locale C.UTF-8 of children is plain C, and Java cannot open a file with an umlaut in its name. */
    private static final String LOCALE = "/usr/lib/locale/C.utf8";

    private static final Path LOOSE = Path.of("/usr/lib");
    private static final int MOST_LOOSE = 64;

    private static final List<String> LINKS = List.of("/lib", "/lib64");

    private Binds() {}

    /** Return the arguments that show the C library, what is installed beside it, and how it reads UTF-8. */
    static List<String> system() {
        List<String> arguments = new ArrayList<>();
        for (String link : LINKS) {
            if (Files.isSymbolicLink(Path.of(link))) {
                arguments.addAll(List.of("--symlink", target(Path.of(link)), link));
            }
        }
        for (String library : LIBRARIES) {
            Path path = Path.of(library);
            if (Files.isDirectory(path) && !hasLink(path)) {
                arguments.addAll(List.of("--ro-bind", library, library));
            }
        }
        loose().forEach(library -> arguments.addAll(List.of("--ro-bind", library, library)));
        if (Files.isDirectory(Path.of(LOCALE))) {
            arguments.addAll(List.of("--ro-bind", LOCALE, LOCALE));
        }
        return arguments;
    }

    /** List the libraries that Debian's packages left in /usr/lib itself; PyTorch needs one of them. */
    private static List<String> loose() {
        if (!Files.isDirectory(Path.of(LIBRARIES.get(0)))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(LOOSE)) {
            return files.filter(file -> file.getFileName().toString().matches("lib[^/]*\\.so[.0-9]*"))
                    .filter(Files::isRegularFile)
                    .map(Path::toString)
                    .sorted()
                    .limit(MOST_LOOSE)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Return the arguments that show the JDK at {@code to}, with the folders in /etc that its configuration links to. */
    static List<String> jdk(Path home, String to) {
        List<String> arguments = new ArrayList<>(List.of("--ro-bind", home.toString(), to));
        Set<String> configuration = new TreeSet<>();
        for (String part : List.of("conf", "lib")) {
            try (Stream<Path> files = Files.walk(home.resolve(part), 3)) {
                files.filter(Files::isSymbolicLink).forEach(link -> {
                    Path target = Path.of(target(link));
                    if (target.startsWith("/etc") && target.getNameCount() > 2 && !target.startsWith("/etc/ssl")) {
                        configuration.add("/etc/" + target.getName(1));
                    }
                });
            } catch (IOException e) {
                throw new GradingException("the JDK must be readable, was not: " + home, e);
            }
        }
        configuration.forEach(folder -> arguments.addAll(List.of("--ro-bind", folder, folder)));
        return arguments;
    }

    /** Return the arguments with all folders on the way to what they show made first, so that everybody may pass. */
    static List<String> withFolders(List<String> arguments) {
        Set<Path> folders = new TreeSet<>();
        for (int i = 0; i + 2 < arguments.size(); i++) {
            if (arguments.get(i).endsWith("bind")) {
                Path parent = Path.of(arguments.get(i + 2)).getParent();
                for (; parent != null && parent.getNameCount() > 0; parent = parent.getParent()) {
                    if (!Files.isSymbolicLink(parent)) {
                        folders.add(parent);
                    }
                }
            }
        }
        List<String> all = new ArrayList<>();
        folders.forEach(folder -> all.addAll(List.of("--dir", folder.toString())));
        all.addAll(arguments);
        return all;
    }

    private static boolean hasLink(Path path) {
        return Stream.iterate(path, p -> p != null && p.getNameCount() > 0, Path::getParent)
                .anyMatch(Files::isSymbolicLink);
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw new GradingException("the link must be readable, was not: " + link, e);
        }
    }
}
