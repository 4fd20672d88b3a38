package assay.run;

import assay.assignment.Library;
import assay.assignment.Limits;
import java.nio.file.Path;
import java.util.List;

/**
 * Say what one child is to run: the sources of one language of one submission, and the requests in order.
 *
 * @param sources folder with an untouched copy of the submission; mounted read-only
 * @param files the source files, relative to {@code sources}, with {@code /}
 * @param training the data sets that the child may read, by the names that requests call them
 * @param libraries what the child may use besides; only of Java
 * @param sufficiency says when a task needs no further request
 */
public record ChildPlan(
        Language language,
        Path sources,
        List<String> files,
        Limits limits,
        List<Request> requests,
        TrainingFiles training,
        List<Library> libraries,
        Sufficiency sufficiency) {
    public ChildPlan {
        files = List.copyOf(files);
        requests = List.copyOf(requests);
        libraries = List.copyOf(libraries);
    }

    /** Return the same plan with {@code more} at the child's hand, where it is one of Java. */
    public ChildPlan with(List<Library> more) {
        List<Library> usable = language == Language.JAVA ? more : List.of();
        return new ChildPlan(language, sources, files, limits, requests, training, usable, sufficiency);
    }

    /** Return the same plan with other limits. */
    ChildPlan within(Limits other) {
        return new ChildPlan(language, sources, files, other, requests, training, libraries, sufficiency);
    }

    /** Ask everything, and give nothing to train on. */
    public ChildPlan(Language language, Path sources, List<String> files, Limits limits, List<Request> requests) {
        this(language, sources, files, limits, requests, TrainingFiles.none(), List.of(), Sufficiency.never());
    }
}
