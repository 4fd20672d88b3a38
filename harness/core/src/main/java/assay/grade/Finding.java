package assay.grade;

import assay.check.Verdict;

/**
 * Be one thing that was verified of an assignment.
 *
 * @param sample name of the sample, or what was made up: "zeros", "reference"
 * @param criterion task and criterion, "bce/gradient gradient"; "" for the sample as a whole
 * @param holds whether it is as declared
 * @param verdict the verdict that was given
 * @param message what the student would read
 * @param complaint what is not as declared, "" when it holds
 */
public record Finding(
        String sample, String criterion, boolean holds, Verdict verdict, String message, String complaint) {}
