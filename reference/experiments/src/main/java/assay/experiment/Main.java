package assay.experiment;

import assay.api.wire.Wire;
import assay.experiment.backbone.ForwardPass;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Start the process that trains: one job per line on the standard input, messages on the standard output. With the arguments BACKBONE
 * WEIGHTS IMAGES SIDE PASSES it runs a backbone forward instead, and writes one line.
 */
public final class Main {
    private Main() {}

    /** Work until the standard input ends, or once. */
    public static void main(String[] arguments) throws IOException {
        PrintStream messages = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        // What a library prints must not end up between the messages.
        System.setOut(System.err);
        if (arguments.length == 0) {
            new Worker(messages).serve(new FileInputStream(FileDescriptor.in));
            return;
        }
        messages.println(Wire.write(ForwardPass.run(
                arguments[0],
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]))));
        messages.flush();
    }
}
