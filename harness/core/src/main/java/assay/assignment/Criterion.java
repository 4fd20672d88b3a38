package assay.assignment;

import java.util.List;

/**
 * Be one line of the rubric: what earns points.
 *
 * @param id unique within the task, for example {@code "stable"}
 * @param title what the student reads
 * @param points most points, more than 0
 * @param needs criteria of the same task that must have passed; else this one is SKIPPED
 */
public record Criterion(String id, String title, double points, List<String> needs) {
    public Criterion {
        if (!(points > 0) || !Double.isFinite(points)) {
            throw new IllegalArgumentException("points must be more than 0, was " + points);
        }
        needs = List.copyOf(needs);
    }
}
