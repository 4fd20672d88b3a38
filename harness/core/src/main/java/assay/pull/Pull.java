package assay.pull;

import java.util.List;

/**
 * Say what a pull request changed, between where it left its base and its head.
 *
 * @param base commit of the base branch, where everything but the submissions comes from
 * @param head commit that is graded
 * @param settings how the base lays out its repository
 * @param submissions names of the changed submissions that are there at the head, sorted; "." is the repository itself
 * @param removed names of submissions that are gone at the head
 * @param guarded changed paths that decide how is graded; reported and never used
 * @param strays changed paths that belong to no submission
 */
public record Pull(
        String base,
        String head,
        PullSettings settings,
        List<String> submissions,
        List<String> removed,
        List<String> guarded,
        List<String> strays) {
    public Pull {
        submissions = List.copyOf(submissions);
        removed = List.copyOf(removed);
        guarded = List.copyOf(guarded);
        strays = List.copyOf(strays);
    }

    /** Return the same without {@code names} among the submissions that are graded. */
    public Pull without(List<String> names) {
        List<String> others =
                submissions.stream().filter(name -> !names.contains(name)).toList();
        return new Pull(base, head, settings, others, removed, guarded, strays);
    }
}
