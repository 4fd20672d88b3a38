package assay.cli;

import assay.testkit.Golden;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Run commands as the launcher does, in this process, and keep what they print. */
final class Shell {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private int code = -1;

    static Path home() {
        return Golden.root().toAbsolutePath().normalize();
    }

    static Path lib() {
        return Path.of(System.getProperty("assay.lib"));
    }

    static Path sample(String name) {
        return home().resolve("assignments/dnn-basics/private/samples").resolve(name);
    }

    /** Run one command. */
    static Shell run(Object... arguments) {
        return run(new Workspace(home(), lib()), arguments);
    }

    /** Run one command in {@code workspace}. */
    static Shell run(Workspace workspace, Object... arguments) {
        Shell shell = new Shell();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        Console console = new Console(
                new PrintStream(shell.out, true, StandardCharsets.UTF_8),
                new PrintStream(shell.err, true, StandardCharsets.UTF_8));
        shell.code = Main.run(console, workspace, texts);
        return shell;
    }

    int code() {
        return code;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Return all that was printed, for the message of a failed assertion. */
    String all() {
        return out() + err();
    }
}
