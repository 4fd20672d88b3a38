package assay.run;

import assay.assignment.Limits;
import java.nio.file.Path;
import java.util.List;

/**
 * Say around what a command is wrapped.
 *
 * @param sources folder that the child may read
 * @param slot number of the place in which it runs, from 0; as root each has its own user
 * @param groups control groups to join, as folders
 * @param writable a folder that the child may write to as its archive folder; only while an archive is made, else empty
 * @param training the folder of the training sets, which the child may read; none or one
 * @param libraries of a Java child
 */
record Confinement(
        Language language,
        Path sources,
        Limits limits,
        int slot,
        List<Path> groups,
        List<Path> writable,
        List<Path> training,
        ChildLibraries libraries) {
    Confinement {
        groups = List.copyOf(groups);
        writable = List.copyOf(writable);
        training = List.copyOf(training);
    }

    /** Wrap a command that has nothing to train on and no libraries. */
    Confinement(Language language, Path sources, Limits limits, int slot, List<Path> groups, List<Path> writable) {
        this(language, sources, limits, slot, groups, writable, List.of(), ChildLibraries.none());
    }
}
