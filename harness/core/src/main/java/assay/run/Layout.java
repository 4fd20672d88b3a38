package assay.run;

import java.util.ArrayList;
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
 * @param options further options of the JVM
 */
record Layout(
        String javaHome,
        List<String> lib,
        String script,
        String sources,
        String archive,
        String temporary,
        int answers,
        String training,
        List<String> options) {
    Layout {
        lib = List.copyOf(lib);
        options = List.copyOf(options);
    }

    /** Return the same places with training sets at {@code place}. */
    Layout withTraining(String place) {
        return new Layout(javaHome, lib, script, sources, archive, temporary, answers, place, options);
    }

    /** Return the same places with libraries, as the child sees them. */
    Layout withLibraries(ChildLibraries seen) {
        List<String> all = new ArrayList<>(lib);
        seen.jars().forEach(jar -> all.add(jar.toString()));
        return new Layout(javaHome, all, script, sources, archive, temporary, answers, training, seen.jvmOptions());
    }
}
