package assay.run;

import java.nio.file.Path;
import java.util.List;

/** Be a way to run a command apart from the rest of the machine. */
interface Enclosure {
    /** Return what this way reaches when the live probe agrees. */
    IsolationLevel level();

    /** Return the places as a child in this enclosure sees them. */
    Layout layout(Path sources);

    /** Return the places while the class data archive is written; it goes to {@code output} on this side. */
    Layout archiving(Path sources, Path output);

    /** Return the same enclosure, in which a Python interpreter can be seen. */
    Enclosure with(PythonInterpreter interpreter);

    /** Return where the child sees the training sets that lie in {@code folder}. */
    String training(Path folder);

    /** Return libraries with the places that the child sees them at. */
    ChildLibraries seen(ChildLibraries libraries);

    /** Return the whole command line; the program finds requests on descriptor 0 and writes answers to 3. */
    List<String> wrap(List<String> program, Confinement confinement);
}
