package assay.run;

import assay.assignment.Library;
import assay.assignment.Limits;
import java.util.List;

/** Find the libraries that a task declares, for the device that a run chose. Safe for use by several threads. */
public interface LibraryShelf {
    /**
     * Return what the child of tasks with {@code libraries} gets, which is to stay within {@code limits}.
     *
     * @throws GradingException if one of them is not at hand, which is not the fault of a submission; the message says what to do
     */
    ChildLibraries take(List<Library> libraries, Limits limits);

    /** Return the shelf on which nothing lies; {@code why} goes into the message. */
    static LibraryShelf empty(String why) {
        return (libraries, limits) -> {
            throw new GradingException("this task needs "
                    + String.join(", ", libraries.stream().map(Library::name).toList()) + "; " + why);
        };
    }
}
