package assay.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begin something: an assignment, from an example that works. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "assignment",
        description = "Begin an assignment: write a small folder that works, to be changed.")
final class NewCommand {
    private static final String TEMPLATE = "/assay/template/";
    private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final Console console;
    private final Workspace workspace;

    NewCommand(Console console, Workspace workspace) {
        this.console = console;
        this.workspace = workspace;
    }

    @Command(
            name = "assignment",
            mixinStandardHelpOptions = true,
            description = "Write a small working assignment with tasks, checks, starters and samples.")
    int assignment(
            @Parameters(paramLabel = "ID", description = "its name, such as my-sheet") String id,
            @Option(
                            names = "--in",
                            paramLabel = "FOLDER",
                            description = "where its folder is made; default: assignments/ of this installation")
                    Optional<Path> in)
            throws IOException {
        if (!id.matches(ID)) {
            throw new UsageException("'" + id + "' must be lower-case words joined by -, such as my-sheet");
        }
        Path folder = in.orElse(workspace.home().resolve("assignments")).resolve(id);
        if (Files.exists(folder)) {
            throw new UsageException("'" + folder + "' exists already; choose another name or remove it first");
        }
        Path made = folder.resolveSibling("." + id + ".partial");
        try {
            for (String name : text("files.txt").lines().toList()) {
                Path file = made.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, filled(text(name), id, folder.resolve(name)));
            }
            Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            remove(made);
        }
        String named = in.isPresent() ? folder.toString() : id;
        console.say("Made " + folder);
        console.say("See that it works: assay verify " + named);
        console.say("Then change it; every key is explained in assignments/README.md.");
        return ExitCode.PASSED.code();
    }

    /** Fill in the name and the way to the schemas; where these are not installed, the line that names them goes. */
    private String filled(String text, String id, Path file) {
        Path schemas =
                workspace.home().resolve("assignments/schema").toAbsolutePath().normalize();
        Path here = file.resolveSibling(".").toAbsolutePath().normalize();
        String way = here.relativize(schemas).toString().replace('\\', '/');
        String named = Files.isDirectory(schemas)
                ? text.replace("@SCHEMAS@", way)
                : text.replaceFirst("# yaml-language-server: .*\n", "");
        return named.replace("@ID@", id);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = NewCommand.class.getResourceAsStream(TEMPLATE + name)) {
            if (in == null) {
                throw new IOException("the template lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> entries = Files.walk(folder)) {
                for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(entry);
                }
            }
        }
    }
}
