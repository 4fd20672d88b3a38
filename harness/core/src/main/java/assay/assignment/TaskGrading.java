package assay.assignment;

import java.util.List;

/**
 * Say how one task is judged.
 *
 * @param draws number of random inputs, needs a reference
 * @param cases inputs written down
 * @param checks one per criterion that is judged here
 */
public record TaskGrading(String task, int draws, List<GivenCase> cases, List<CheckSpec> checks) {
    public TaskGrading {
        cases = List.copyOf(cases);
        checks = List.copyOf(checks);
    }
}
