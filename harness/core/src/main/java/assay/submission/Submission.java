package assay.submission;

import java.nio.file.Path;
import java.util.List;

/**
 * Hold an untouched copy of what was handed in.
 *
 * @param id folder or archive name; data, never used as a path
 * @param folder the copy, made by the harness
 * @param files regular files in it, relative with {@code /}, sorted
 * @param digest SHA-256 over names and contents, in hex
 * @param notes what was left out, in sentences
 */
public record Submission(String id, Path folder, List<String> files, String digest, List<String> notes) {
    /** Name the file with the answers that need no code. */
    public static final String ANSWERS = "answers.yaml";

    public Submission {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** Return the files to compile: every {@code .java} but the module description that some IDEs add. */
    public List<String> javaFiles() {
        return files.stream()
                .filter(file -> file.endsWith(".java") && !nameOf(file).equals("module-info.java"))
                .toList();
    }

    /** Return the files to import: every {@code .py} at the root or in the folder {@code python}, but assay.py. */
    public List<String> pythonFiles() {
        return files.stream()
                .filter(file ->
                        file.matches("(python/)?[^/]+\\.py") && !nameOf(file).equals("assay.py"))
                .toList();
    }

    private static String nameOf(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Return the files of labels that were predicted at home. */
    public List<String> predictionFiles() {
        return files.stream()
                .filter(file -> file.matches("predictions/[^/]+\\.(csv|npy)"))
                .toList();
    }

    /** Return whether there is anything that can be graded. */
    public boolean isEmpty() {
        return !files.contains(ANSWERS)
                && !files.contains(Prose.NAME)
                && predictionFiles().isEmpty()
                && javaFiles().isEmpty()
                && pythonFiles().isEmpty();
    }
}
