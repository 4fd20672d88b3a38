package assay.parity;

import assay.check.Verdict;
import java.util.List;

/**
 * Hold one submission on several devices side by side, as stored in {@code parity.json}.
 *
 * @param sides the devices; the first one is what the others are compared with
 * @param rows the criteria that compare numbers, and those that code answers
 */
public record Parity(String schema, String assignment, String submission, List<Side> sides, List<Row> rows) {
    /** Name the version of this form. */
    public static final String SCHEMA = "assay/parity/1";

    public Parity {
        sides = List.copyOf(sides);
        rows = List.copyOf(rows);
    }

    /**
     * Be one device.
     *
     * @param id short and unique: "cpu", "cuda"
     * @param title for people
     * @param about what computed there, in words
     * @param notRun why nothing ran there, "" where something did
     * @param page the page with all results of this side, relative to the page of the submission; "" for that page itself
     */
    public record Side(String id, String title, String about, String notRun, String page) {}

    /**
     * Be one criterion.
     *
     * @param cells one for each side that ran, in their order
     * @param difference largest difference between a side and the first one, as a share of the scale; -1 where there is none
     * @param finding what is to be said, "" where there is nothing
     */
    public record Row(
            String task, String criterion, String title, List<Cell> cells, double difference, String finding) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Be what one side gives for one criterion.
     *
     * @param place the case and index of the entry that uses the largest share of its bound, "" where no numbers are compared
     * @param expected the right number there, by the reference in double precision; all digits
     * @param actual the answered one
     * @param bound the largest error that is accepted there
     * @param share the error as a share of the bound; 1e300 for what is not finite, -1 where there is none
     * @param format what it was computed in, as far as the errors tell
     * @param millis median time of a request, by the harness's clock; 0 where nothing ran
     * @param message what is said of it where it did not pass
     */
    public record Cell(
            String side,
            Verdict verdict,
            String place,
            String expected,
            String actual,
            String bound,
            double share,
            Format format,
            double millis,
            String message) {}
}
