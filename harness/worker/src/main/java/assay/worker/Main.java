package assay.worker;

import assay.api.wire.WireException;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Run as a child of the harness: {@code serve DESCRIPTOR SOURCES FILE...} compiles and answers, {@code probe DESCRIPTOR
 * CANARY PORT} tries what must be denied. Answers go to the descriptor, so that prints cannot get between them.
 */
public final class Main {
    private static final int STANDARD_OUTPUT = 1;

    private Main() {}

    /** Start; see the class. */
    public static void main(String[] args) throws IOException, ReflectiveOperationException, WireException {
        OutputStream answers = answers(Integer.parseInt(args[1]));
        if (args[0].equals("probe")) {
            Probe.run(Path.of(args[2]), Integer.parseInt(args[3]), answers);
            return;
        }
        InputStream requests = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
        System.setIn(InputStream.nullInputStream());
        // Before anything of the submission is touched: that libraries cannot be loaded is not its fault, and it cannot
        // say
        // something else about them.
        Server server = new Server(requests, answers, Engine.all());
        server.starting();
        List<String> files = Arrays.asList(args).subList(3, args.length);
        Compiled compiled =
                new SourceCompiler(Path.of(args[2]), System.getProperty("java.class.path", "")).compile(files);
        ClassLoader loader = new SubmissionLoader(compiled, Main.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        server.serve(compiled, Solutions.find(compiled, loader));
        System.exit(0);
    }

    /** Open an inherited descriptor; {@code /dev/fd/3} would fail as the pipe belongs to another user. */
    private static OutputStream answers(int descriptor) throws ReflectiveOperationException {
        if (descriptor == STANDARD_OUTPUT) {
            System.setOut(System.err);
            return new FileOutputStream(FileDescriptor.out);
        }
        Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
        constructor.setAccessible(true);
        return new FileOutputStream(constructor.newInstance(descriptor));
    }
}
