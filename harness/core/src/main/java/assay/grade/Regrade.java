package assay.grade;

import java.util.List;

/**
 * Be what judging a class again has brought.
 *
 * @param differences what is not as it was when the class was graded: digests and versions, a sentence each
 * @param ran whether the submissions were run again, else their stored answers were judged
 * @param stored whether new records are stored, else this is a preview
 * @param allowLower whether records by which a student loses are stored too
 * @param all every submission, by name
 */
public record Regrade(
        String assignment,
        String title,
        List<String> differences,
        boolean ran,
        boolean stored,
        boolean allowLower,
        List<Regraded> all) {
    public Regrade {
        differences = List.copyOf(differences);
        all = List.copyOf(all);
    }

    /** Return the submissions of which anything is judged otherwise. */
    public List<Regraded> changed() {
        return all.stream().filter(one -> !one.changes().isEmpty()).toList();
    }

    /** Return whether the new record of {@code one} is kept back, because the student would lose by it. */
    public boolean isHeldBack(Regraded one) {
        return one.lowers() && !allowLower;
    }

    /** Return the submissions that are kept back. */
    public List<Regraded> heldBack() {
        return changed().stream().filter(this::isHeldBack).toList();
    }

    /** Return the submissions that could not be judged again. */
    public List<Regraded> left() {
        return all.stream().filter(one -> !one.left().isEmpty()).toList();
    }
}
