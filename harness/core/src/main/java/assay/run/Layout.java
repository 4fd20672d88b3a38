package assay.run;

import java.util.List;

/**
 * Name the places that a child's command line speaks of, as the child sees them.
 *
 * @param lib the Java child's class path, in order
 * @param script the Python child
 * @param sources the submission
 * @param archive the class data archive of the Java child
 * @param temporary the folder that is said to be for temporary files
 * @param answers the descriptor to which answers are written
 * @param training the folder of the training sets, "" where there are none
 */
record Layout(
        String javaHome,
        List<String> lib,
        String script,
        String sources,
        String archive,
        String temporary,
        int answers,
        String training) {
    Layout {
        lib = List.copyOf(lib);
    }

    /** Return the same places with training sets at {@code place}. */
    Layout withTraining(String place) {
        return new Layout(javaHome, lib, script, sources, archive, temporary, answers, place);
    }
}
