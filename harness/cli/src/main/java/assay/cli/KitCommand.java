package assay.cli;

import assay.assignment.Assignment;
import assay.run.HandedInPredictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pack what students get. */
@Command(
        name = "kit",
        mixinStandardHelpOptions = true,
        description = "Pack the student's zip: statement, starters, public checks and the program, nothing private.")
final class KitCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ASSIGNMENT", description = "id or folder of the assignment")
    private String assignmentName = "";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "the zip to write; default: <assignment>-kit.zip in the current folder")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--libraries",
            description =
                    "also pack the libraries that Java code may use (DL4J, 136 MB) into <assignment>-libraries.zip"
                            + " beside the kit, to be unpacked at the same place")
    private boolean libraries;

    @Mixin
    private SecretOption secret = new SecretOption();

    private final Console console;
    private final Workspace workspace;

    KitCommand(Console console, Workspace workspace) {
        this.console = console;
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        Assignment assignment = workspace.assignment(assignmentName, false);
        Path file = out.orElse(Path.of(assignment.id() + "-kit.zip"));
        if (Files.isDirectory(file)) {
            throw new UsageException("--out must be a file, and '" + file + "' is a folder; write --out "
                    + file.resolve(assignment.id() + "-kit.zip"));
        }
        int count = new Kit(workspace, assignment, secret.secret()).write(file);
        boolean predicted = assignment.tasks().stream()
                .anyMatch(task -> HandedInPredictions.of(task).isPresent());
        if (predicted && secret.secret().isEmpty()) {
            console.say(
                    "The labels of the test images can be computed by anybody who has Assay; give --secret-file, the same as"
                            + " at grading.");
        }
        console.say(count + " files, " + (Files.size(file) >> 20) + " MiB: "
                + file.toAbsolutePath().normalize());
        packLibraries(new LibraryKit(workspace, assignment), file);
        return 0;
    }

    private void packLibraries(LibraryKit kit, Path beside) throws IOException {
        boolean wanted = !kit.libraries().isEmpty();
        if (wanted && libraries) {
            Path file = beside.toAbsolutePath().resolveSibling(assignmentName(beside) + "-libraries.zip");
            int count = kit.write(file);
            console.say(count + " libraries, " + (Files.size(file) >> 20) + " MiB: " + file.normalize());
        } else if (wanted) {
            console.say(
                    "Java code may use " + kit.libraries().get(0) + " here, which is not in the kit: give --libraries"
                            + " to pack it as well, once for all students.");
        } else if (libraries) {
            console.say("No task of this assignment uses libraries, so none are packed.");
        }
    }

    /** Return the name of the kit without its ending. */
    private static String assignmentName(Path kit) {
        return String.valueOf(kit.getFileName()).replaceFirst("(-kit)?\\.zip$", "");
    }
}
