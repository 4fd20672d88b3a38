package assay.grade;

import assay.submission.SubmissionReader;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Be one submission of a class as it was found at the start: what lies at {@code source} may change or vanish later.
 *
 * @param id the name of the folder, or of the archive without its ending
 */
public record HandIn(String id, Path source) {
    /** Take what lies at {@code source} now. */
    public static HandIn at(Path source) {
        return new HandIn(SubmissionReader.idOf(source), source);
    }

    /** Return the id as a grade book compares it: without capitals, and with one way to write an accent. */
    String folded() {
        String upper = Normalizer.normalize(id, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }
}
