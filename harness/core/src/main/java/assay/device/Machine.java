package assay.device;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Be what can be asked about a machine: its files and its commands. Tests answer in its place. */
public interface Machine {
    /** Return what a file of text says; empty where it cannot be read. */
    Optional<String> text(Path file);

    /** Say whether there is a file, folder or device node. */
    boolean exists(Path file);

    /** Return the entries of a folder by name; none where it cannot be read. */
    List<Path> entries(Path folder);

    /** Run a command by its name to its end; empty where there is none of that name. Bounded in time and output. */
    Optional<Reply> run(List<String> command);

    /** Run a command that goes on until it is closed, and hand over its lines as they come; empty where there is none. */
    Optional<Running> follow(List<String> command, Consumer<String> lines);

    /** Hold what a command said: its exit status, and all that it printed. */
    record Reply(int status, String printed) {}

    /** Be a command that runs. */
    interface Running extends AutoCloseable {
        @Override
        void close();
    }
}
