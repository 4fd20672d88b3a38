package assay.run;

import assay.assignment.Limits;
import java.nio.file.Path;
import java.util.List;

/**
 * Say what one child is to run: the sources of one language of one submission, and the requests in order.
 *
 * @param sources folder with an untouched copy of the submission; mounted read-only
 * @param files the source files, relative to {@code sources}, with {@code /}
 */
public record ChildPlan(Language language, Path sources, List<String> files, Limits limits, List<Request> requests) {
    public ChildPlan {
        files = List.copyOf(files);
        requests = List.copyOf(requests);
    }
}
