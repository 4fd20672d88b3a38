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
 */
record Confinement(Language language, Path sources, Limits limits, int slot, List<Path> groups, List<Path> writable) {
    Confinement {
        groups = List.copyOf(groups);
        writable = List.copyOf(writable);
    }
}
