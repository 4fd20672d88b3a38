package assay.experiment;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Start the process that trains: one job per line on the standard input, messages on the standard output. */
public final class Main {
    private Main() {}

    /** Work until the standard input ends. */
    public static void main(String[] arguments) throws IOException {
        PrintStream messages = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        // What a library prints must not end up between the messages.
        System.setOut(System.err);
        new Worker(messages).serve(new FileInputStream(FileDescriptor.in));
    }
}
