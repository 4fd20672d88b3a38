package assay.report;

import assay.parity.Parity;
import assay.result.ResultRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Write the page of one submission: one HTML file that holds all it needs, without a script. */
public final class SubmissionPage {
    private SubmissionPage() {}

    /** Render {@code record}; the same record gives the same page. */
    public static String render(ResultRecord record) {
        return render(record, Optional.empty());
    }

    /** Render {@code record} with what other devices gave. */
    public static String render(ResultRecord record, Optional<Parity> parity) {
        return Templates.render(
                "submission.ftlh",
                Map.of(
                        "page",
                        SubmissionView.of(record),
                        "verdicts",
                        VerdictWord.values(),
                        "parity",
                        parity.map(one -> List.of(ParityView.of(one, record))).orElse(List.of())));
    }
}
