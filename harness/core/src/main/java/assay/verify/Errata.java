package assay.verify;

import java.util.List;

/**
 * List what the published answers of an assignment get wrong.
 *
 * @param judged what the checks found, in the order of the assignment
 * @param prose what only a person can judge, from the rubric
 * @param unexplained task and criterion of what is wrong without a sentence that says so
 */
public record Errata(
        String assignment, String title, List<Judged> judged, List<Prose> prose, List<String> unexplained) {
    public Errata {
        judged = List.copyOf(judged);
        prose = List.copyOf(prose);
        unexplained = List.copyOf(unexplained);
    }

    /**
     * Be a fault that a check finds.
     *
     * @param sheet number on the homework sheet, "" when it has none
     * @param title of the task
     * @param sentence what is printed and what is right, with numbers
     * @param answered the published answer as it was handed in, or the kind of program that computes it
     * @param message what a student reads who hands it in
     */
    public record Judged(
            String sheet,
            String task,
            String title,
            String criterion,
            String sentence,
            String answered,
            String message) {}

    /** Be a fault in what is told in words. */
    public record Prose(String sheet, String id, String title, String sentence) {}
}
