package assay.report;

import assay.check.CheckResult;
import assay.check.Diagnosis;
import assay.check.Evidence;
import assay.check.Verdict;
import assay.result.Observed;
import assay.result.Provenance;
import assay.result.ResultRecord;
import assay.score.ProseScore;
import assay.score.TaskScore;
import java.util.List;
import java.util.Map;

/** Make a record in which every text is one that somebody made up to do harm. */
final class Hostile {
    private Hostile() {}

    /** Every text is {@code payload}. */
    static ResultRecord record(String payload) {
        CheckResult wrong = new CheckResult(
                payload,
                payload,
                payload,
                Verdict.WRONG,
                0,
                1,
                payload,
                payload,
                new Diagnosis(payload, payload),
                evidence(payload));
        CheckResult lost = Records.check(payload, payload, Verdict.NOT_JUDGED, 0, 1, payload, payload);
        List<TaskScore> tasks = List.of(new TaskScore(payload, payload, payload, payload, 0, 2, List.of(wrong, lost)));
        return new ResultRecord(
                ResultRecord.SCHEMA,
                payload,
                1,
                payload,
                payload,
                payload,
                Records.score(tasks),
                List.of(new ProseScore(payload, payload, payload, 3, true, 1, payload, payload)),
                List.of(payload),
                1,
                "why: " + payload,
                payload,
                new Provenance(Map.of(payload, payload, "isolation", payload, "submission.digest", payload)),
                new Observed(payload, Map.of(payload, 1.0), List.of(payload)));
    }

    private static List<Evidence> evidence(String p) {
        Evidence.Regions.Point origin = new Evidence.Regions.Point(0, 0);
        return List.of(
                new Evidence.Numbers(p, List.of(new Evidence.Numbers.Row(p, p, p, p, p, p, p, p)), p),
                new Evidence.Errors(p, List.of(new Evidence.Errors.Case(p, 2))),
                new Evidence.Curves(p, p, p, true, List.of(new Evidence.Curves.Curve(p, List.of(1.0), List.of(1.0)))),
                new Evidence.Regions(
                        p,
                        0,
                        0,
                        1,
                        1,
                        List.of(),
                        List.of(),
                        List.of(new Evidence.Regions.Line(p, origin, new Evidence.Regions.Point(1, 1))),
                        List.of(new Evidence.Regions.Mark(origin, p, 0, 1))),
                new Evidence.Graph(
                        p,
                        List.of(new Evidence.Graph.Node(p, p, 0, true, p), new Evidence.Graph.Node("b", p, 1, true, p)),
                        List.of(new Evidence.Graph.Edge(p, "b", true))),
                new Evidence.Pixels(
                        p,
                        2,
                        2,
                        List.of(new Evidence.Pixels.Pixel(0, 0)),
                        List.of(new Evidence.Pixels.Response(0, 1, p)),
                        p,
                        p,
                        p),
                new Evidence.Table(p, List.of(p, p), List.of(List.of(p, p))));
    }
}
