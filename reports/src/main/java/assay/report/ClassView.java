package assay.report;

import assay.check.CheckResult;
import assay.check.Verdict;
import assay.result.ResultRecord;
import assay.score.TaskScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Be a graded class as its page needs it.
 *
 * @param facts what is known of the run: digests, isolation, times
 * @param unjudged submissions with criteria that were not judged, through no fault of the students
 * @param ungradable submissions of which nothing could be graded
 * @param statistics of the points of all graded submissions
 */
public record ClassView(
        String assignment,
        int version,
        String title,
        int count,
        int graded,
        String maxPoints,
        List<SubmissionView.Fact> facts,
        List<Row> unjudged,
        List<Row> ungradable,
        List<SubmissionView.Fact> statistics,
        HistogramChart histogram,
        List<CriterionStatistics> criteria,
        List<Row> rows) {
    private static final Pattern SAFE_KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public ClassView {
        facts = List.copyOf(facts);
        unjudged = List.copyOf(unjudged);
        ungradable = List.copyOf(ungradable);
        statistics = List.copyOf(statistics);
        criteria = List.copyOf(criteria);
        rows = List.copyOf(rows);
    }

    /**
     * Be one submission.
     *
     * @param link address of its page, "" when its key is no plain folder name
     * @param points "" when nothing could be judged through no fault of the student
     * @param status why it has no points or not all of them, or ""
     * @param counts how often each verdict was given: passed, wrong, not answered, others
     */
    public record Row(String submission, String link, String points, String status, List<Integer> counts) {
        public Row {
            counts = List.copyOf(counts);
        }
    }

    static ClassView of(List<ResultRecord> records) {
        List<ResultRecord> sorted = records.stream().sorted(ScoresCsv.order()).toList();
        ResultRecord any = sorted.get(0);
        List<ResultRecord> graded = sorted.stream()
                .filter(record -> record.ungradable().isEmpty() && !ScoresCsv.isUnjudged(record))
                .toList();
        List<Double> points =
                graded.stream().map(record -> record.score().points()).toList();
        double max = sorted.stream()
                .mapToDouble(record -> record.score().maxPoints())
                .max()
                .orElse(0);
        return new ClassView(
                any.assignment(),
                any.assignmentVersion(),
                any.assignmentTitle(),
                sorted.size(),
                graded.size(),
                People.points(max),
                facts(sorted),
                sorted.stream()
                        .filter(record -> unjudged(record) > 0)
                        .map(ClassView::row)
                        .toList(),
                sorted.stream()
                        .filter(record -> !record.ungradable().isEmpty())
                        .map(ClassView::row)
                        .toList(),
                statistics(points),
                HistogramChart.of("points", "How the points are spread", points, max),
                CriterionStatistics.of(sorted),
                sorted.stream().map(ClassView::row).toList());
    }

    private static Row row(ResultRecord record) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        int all = 0;
        for (TaskScore task : record.score().tasks()) {
            for (CheckResult check : task.checks()) {
                counts.merge(check.verdict(), 1, Integer::sum);
                all++;
            }
        }
        int passed = counts.getOrDefault(Verdict.PASSED, 0);
        int wrong = counts.getOrDefault(Verdict.WRONG, 0);
        int missing = counts.getOrDefault(Verdict.MISSING, 0);
        return new Row(
                EvidenceView.cell(record.submission()),
                SAFE_KEY.matcher(record.key()).matches() ? "submissions/" + record.key() + "/index.html" : "",
                ScoresCsv.isUnjudged(record) ? "" : People.points(record.score().points()),
                status(record),
                List.of(passed, wrong, missing, all - passed - wrong - missing));
    }

    private static String status(ResultRecord record) {
        if (!record.ungradable().isEmpty()) {
            return "cannot be graded: " + EvidenceView.cell(record.ungradable());
        }
        long unjudged = unjudged(record);
        String first = record.score().tasks().stream()
                .flatMap(task -> task.checks().stream())
                .filter(check -> check.verdict() == Verdict.NOT_JUDGED)
                .map(CheckResult::message)
                .findFirst()
                .orElse("");
        return unjudged == 0
                ? ""
                : (unjudged == 1 ? "1 criterion" : unjudged + " criteria") + " not judged: " + EvidenceView.cell(first);
    }

    private static long unjudged(ResultRecord record) {
        return record.score().tasks().stream()
                .flatMap(task -> task.checks().stream())
                .filter(check -> check.verdict() == Verdict.NOT_JUDGED)
                .count();
    }

    private static List<SubmissionView.Fact> statistics(List<Double> points) {
        if (points.isEmpty()) {
            return List.of();
        }
        double[] sorted =
                points.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return List.of(
                new SubmissionView.Fact(
                        "mean", People.points(Arrays.stream(sorted).average().orElse(0))),
                new SubmissionView.Fact("median", People.points(quantile(sorted, 0.5))),
                new SubmissionView.Fact(
                        "middle half",
                        People.points(quantile(sorted, 0.25)) + " to " + People.points(quantile(sorted, 0.75))),
                new SubmissionView.Fact("lowest", People.points(sorted[0])),
                new SubmissionView.Fact("highest", People.points(sorted[sorted.length - 1])));
    }

    /** Interpolate between the order statistics (Hyndman and Fan 1996, definition 7). */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static List<SubmissionView.Fact> facts(List<ResultRecord> records) {
        List<SubmissionView.Fact> facts = new ArrayList<>();
        facts.add(new SubmissionView.Fact("graded", times(records)));
        Map<String, TreeMap<String, Integer>> values = new TreeMap<>();
        for (ResultRecord record : records) {
            record.provenance().facts().forEach((name, value) -> {
                if (!name.startsWith("submission.") && !name.equals("seed")) {
                    values.computeIfAbsent(name, key -> new TreeMap<>()).merge(value, 1, Integer::sum);
                }
            });
        }
        values.forEach((name, counts) -> facts.add(new SubmissionView.Fact(EvidenceView.cell(name), spread(counts))));
        return facts;
    }

    private static String spread(Map<String, Integer> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach(
                (value, count) -> parts.add(EvidenceView.cell(value) + (counts.size() == 1 ? "" : " (" + count + ")")));
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int shown = Math.min(parts.size(), 5);
        String more = parts.size() > shown ? ", … " + (parts.size() - shown) + " more" : "";
        return parts.size() + " different: " + String.join(", ", parts.subList(0, shown)) + more;
    }

    private static String times(List<ResultRecord> records) {
        TreeSet<String> times = new TreeSet<>();
        records.forEach(record -> times.add(record.observed().at()));
        return times.size() == 1 ? times.first() : times.first() + " to " + times.last();
    }
}
