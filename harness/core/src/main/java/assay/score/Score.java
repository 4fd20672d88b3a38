package assay.score;

import java.util.List;

/**
 * Be the points of one submission.
 *
 * @param points points earned
 * @param maxPoints points that could be earned here (hidden and not-judged criteria count, see the next two)
 * @param openPoints points of criteria that were not judged (our fault), inconclusive or pending
 * @param hiddenPoints points of criteria that are judged only with the private grading
 */
public record Score(double points, double maxPoints, double openPoints, double hiddenPoints, List<TaskScore> tasks) {
    public Score {
        tasks = List.copyOf(tasks);
    }
}
