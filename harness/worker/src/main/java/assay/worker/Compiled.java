package assay.worker;

import java.util.List;
import java.util.Map;

/**
 * Hold the classes of a submission.
 *
 * @param classes class files by binary name
 * @param sources source file, relative to the submission, by binary name
 */
record Compiled(Map<String, byte[]> classes, Map<String, String> sources, List<Problem> problems) {
    Compiled {
        classes = Map.copyOf(classes);
        sources = Map.copyOf(sources);
        problems = List.copyOf(problems);
    }
}
