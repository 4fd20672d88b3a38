package assay.result;

import assay.run.Device;
import assay.score.ProseScore;
import assay.score.Score;
import java.util.ArrayList;
import java.util.List;

/**
 * Be all that is kept of one graded submission, the only source of truth for reports.
 *
 * @param schema {@code "assay/result/1"}
 * @param submission id as handed in (a folder or archive name); data, never used as a path
 * @param key folder name made from the id: a short slug and a hash
 * @param prose what a person marks, on top of the score; pending until marked
 * @param notes sentences about the submission as a whole: files ignored, answers for unknown tasks, ...
 * @param misplaced how many of the notes tell of answers or code that belong to nothing in the assignment: misspelt names
 * @param ungradable why nothing of the submission could be graded, or ""
 * @param output what the submission printed, bounded, control characters made visible
 */
public record ResultRecord(
        String schema,
        String assignment,
        int assignmentVersion,
        String assignmentTitle,
        String submission,
        String key,
        Score score,
        List<ProseScore> prose,
        List<String> notes,
        int misplaced,
        String ungradable,
        String output,
        Provenance provenance,
        Observed observed) {
    /** Name the version of this form. */
    public static final String SCHEMA = "assay/result/1";

    public ResultRecord {
        prose = List.copyOf(prose);
        notes = List.copyOf(notes);
    }

    /** Return where the code of the submission computed; the CPU where none ran. */
    public Device device() {
        boolean gpu = Device.CUDA.word().equals(provenance.facts().get("device"));
        return gpu ? Device.CUDA : Device.CPU;
    }

    /** Return this record with more notes. */
    public ResultRecord withNotes(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return with(prose, all, observed);
    }

    /** Return this record with other marks. */
    public ResultRecord withProse(List<ProseScore> marks) {
        return with(marks, notes, observed);
    }

    /** Return this record with another account of what differs from run to run. */
    public ResultRecord withObserved(Observed other) {
        return with(prose, notes, other);
    }

    private ResultRecord with(List<ProseScore> marks, List<String> sentences, Observed seen) {
        return new ResultRecord(
                schema,
                assignment,
                assignmentVersion,
                assignmentTitle,
                submission,
                key,
                score,
                marks,
                sentences,
                misplaced,
                ungradable,
                output,
                provenance,
                seen);
    }
}
