package assay.report;

import assay.result.ResultRecord;
import java.util.Map;

/** Write the page of one submission: one HTML file that holds all it needs, without a script. */
public final class SubmissionPage {
    private SubmissionPage() {}

    /** Render {@code record}; the same record gives the same page. */
    public static String render(ResultRecord record) {
        return Templates.render(
                "submission.ftlh", Map.of("page", SubmissionView.of(record), "verdicts", VerdictWord.values()));
    }
}
