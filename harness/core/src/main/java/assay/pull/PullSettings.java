package assay.pull;

import assay.assignment.Default;
import java.util.List;

/**
 * Say how the pull requests of a repository are laid out: the keys of {@code assay-ci.yaml} at the top of its base branch.
 *
 * @param schema {@code assay/ci/1}
 * @param assignment id of what is graded; "" where there is only one
 * @param assignments folder with the assignments' folders; one that is not there means those of the installation
 * @param submissions folder with one folder or archive per student; "." where the repository as a whole is one submission
 * @param protect paths on top of the usual ones of which changes are reported and never used, such as {@code data/} or {@code *.toml}
 * @param mostSubmissions how many submissions one pull request may change
 * @param tellRightValues whether what is told of a wrong answer may hold what is right; a pull request can be pushed to again
 */
public record PullSettings(
        @Default("assay/ci/1") String schema,
        @Default("") String assignment,
        @Default("assignments") String assignments,
        @Default("submissions") String submissions,
        List<String> protect,
        @Default("5") int mostSubmissions,
        @Default("false") boolean tellRightValues) {
    /** Name the version of this form. */
    public static final String SCHEMA = "assay/ci/1";
    /** Name the file. */
    public static final String NAME = "assay-ci.yaml";

    public PullSettings {
        protect = List.copyOf(protect);
        want(schema.equals(SCHEMA), "'schema' must be " + SCHEMA + ", was '" + schema + "'");
        want(
                isFolder(assignments),
                "'assignments' must be a plain folder such as assignments, was '" + assignments + "'");
        want(
                submissions.equals(".") || isFolder(submissions),
                "'submissions' must be a plain folder such as submissions, or '.' for the repository itself, was '"
                        + submissions + "'");
        want(
                mostSubmissions >= 1 && mostSubmissions <= 1000,
                "'most-submissions' must be 1 to 1000, was " + mostSubmissions);
        for (String pattern : protect) {
            want(
                    !pattern.isBlank() && !pattern.startsWith("/"),
                    "'protect' must hold relative paths, has '" + pattern + "'");
        }
    }

    /** Return what holds where the base has no such file. */
    public static PullSettings usual() {
        return new PullSettings(SCHEMA, "", "assignments", "submissions", List.of(), 5, false);
    }

    /** Say whether the repository as a whole is one submission. */
    public boolean isOneSubmission() {
        return submissions.equals(".");
    }

    private static boolean isFolder(String path) {
        return path.matches("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*") && !path.matches("(.*/)?\\.{1,2}(/.*)?");
    }

    private static void want(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
