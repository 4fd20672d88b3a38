package assay.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Run the command line. */
@Command(
        name = "assay",
        mixinStandardHelpOptions = true,
        version = "assay 0.1.0-SNAPSHOT",
        description = "Grade deep-learning homework.")
public final class Main implements Runnable {
    /** Run the command in {@code arguments} and exit with its code. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        new CommandLine(this).usage(System.out);
    }
}
