package assay.assignment;

import java.util.List;

/**
 * Name a file that authors write, and the record that it is bound to, so that its keys can be listed.
 *
 * @param name path within the assignment's folder
 * @param form the record of the whole file
 */
public record AuthorFile(String name, Class<? extends Record> form) {
    /** Return the files of an assignment that this package reads, the description first. */
    public static List<AuthorFile> all() {
        return List.of(
                new AuthorFile(AssignmentReader.DESCRIPTION, AssignmentFile.class),
                new AuthorFile("private/grading.yaml", GradingFile.class),
                new AuthorFile("private/rubric.yaml", RubricReader.RubricFile.class));
    }
}
