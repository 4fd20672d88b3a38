package assay.pull;

import assay.assignment.Default;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Say whose the submissions of a course are: {@code assay-roster.yaml} at the top of the base branch. Logins of forges do not tell
 * capitals apart.
 *
 * @param schema {@code assay/roster/1}
 * @param students login of each student, by the name of the submission; who is not listed has a login as name
 * @param staff logins that may change every submission
 */
public record Roster(@Default("assay/roster/1") String schema, Map<String, String> students, List<String> staff) {
    /** Name the version of this form. */
    public static final String SCHEMA = "assay/roster/1";
    /** Name the file. */
    public static final String NAME = "assay-roster.yaml";

    public Roster {
        students = Map.copyOf(students);
        staff = List.copyOf(staff);
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("'schema' must be " + SCHEMA + ", was '" + schema + "'");
        }
        if (Stream.concat(students.values().stream(), staff.stream()).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a login must not be empty");
        }
    }

    /** Return the submissions that {@code pull} changes or removes and that belong to somebody else than {@code author}. */
    public List<String> foreign(Pull pull, String author) {
        boolean all = pull.settings().isOneSubmission() || staff.stream().anyMatch(author::equalsIgnoreCase);
        return all
                ? List.of()
                : Stream.concat(pull.submissions().stream(), pull.removed().stream())
                        .filter(name -> !owner(name).equalsIgnoreCase(author))
                        .toList();
    }

    private String owner(String submission) {
        String student = submission.replaceFirst("(?i)\\.(zip|tar\\.gz|tgz)$", "");
        return students.getOrDefault(student, student);
    }
}
