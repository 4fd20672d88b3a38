package assay.verify;

import java.util.List;

/**
 * Count the mutants of one reference.
 *
 * @param mutants all that give another answer somewhere
 * @param killed those that a criterion rejects
 * @param equivalent those that change nothing within the bound, as far as the criteria look
 * @param survivors the rest
 */
public record MutantCount(String task, int mutants, int killed, int equivalent, List<Survivor> survivors) {
    public MutantCount {
        survivors = List.copyOf(survivors);
    }

    /**
     * Be a mutant that no criterion rejects.
     *
     * @param reason why that is right, "" when nothing explains it: then a check does not bite
     */
    public record Survivor(String name, List<String> criteria, String reason) {
        public Survivor {
            criteria = List.copyOf(criteria);
        }
    }

    /** Return the number of survivors that nothing explains. */
    public long unexplained() {
        return survivors.stream().filter(one -> one.reason().isEmpty()).count();
    }
}
