package assay.report;

import assay.check.CheckResult;
import assay.check.Diagnosis;
import assay.check.Verdict;
import assay.result.ResultRecord;
import assay.score.TaskScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Count what became of one criterion in a class.
 *
 * @param sheet number of the task on the sheet, or its id
 * @param judged passed, wrong, not answered or cannot be graded
 * @param share passed share of the judged ones in percent, "" when none was judged
 * @param bar the same as a number, 0 to 100
 * @param commonest the commonest diagnosis of those that failed, or "" when there is none
 * @param commonestCount how many have it
 */
public record CriterionStatistics(
        String sheet,
        String task,
        String title,
        int passed,
        int wrong,
        int missing,
        int others,
        int judged,
        String share,
        double bar,
        String commonest,
        int commonestCount) {

    static List<CriterionStatistics> of(List<ResultRecord> records) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (ResultRecord record : records) {
            for (TaskScore task : record.score().tasks()) {
                for (CheckResult check : task.checks()) {
                    tallies.computeIfAbsent(task.task() + "/" + check.criterion(), key -> new Tally(task, check))
                            .add(check);
                }
            }
        }
        List<CriterionStatistics> statistics = new ArrayList<>();
        tallies.values().forEach(tally -> statistics.add(tally.statistics()));
        return statistics;
    }

    /** Count while reading. */
    private static final class Tally {
        private final TaskScore task;
        private final CheckResult check;
        private final Map<Verdict, Integer> verdicts = new java.util.EnumMap<>(Verdict.class);
        private final TreeMap<String, TreeMap<String, Integer>> sentences = new TreeMap<>();

        Tally(TaskScore task, CheckResult check) {
            this.task = task;
            this.check = check;
        }

        void add(CheckResult result) {
            verdicts.merge(result.verdict(), 1, Integer::sum);
            Diagnosis diagnosis = result.diagnosis();
            if (result.verdict() == Verdict.WRONG) {
                String id = diagnosis.id().isEmpty() ? result.cause() : diagnosis.id();
                String sentence = diagnosis.sentence().isEmpty() ? id.replace('-', ' ') : diagnosis.sentence();
                if (!id.isEmpty()) {
                    sentences.computeIfAbsent(id, key -> new TreeMap<>()).merge(sentence, 1, Integer::sum);
                }
            }
        }

        CriterionStatistics statistics() {
            int passed = verdicts.getOrDefault(Verdict.PASSED, 0);
            int wrong = verdicts.getOrDefault(Verdict.WRONG, 0);
            int missing = verdicts.getOrDefault(Verdict.MISSING, 0);
            int ungradable = verdicts.getOrDefault(Verdict.UNGRADABLE, 0);
            int all = verdicts.values().stream().mapToInt(Integer::intValue).sum();
            int judged = passed + wrong + missing + ungradable;
            double bar = judged == 0 ? 0 : 100.0 * passed / judged;
            String commonest = "";
            int most = 0;
            for (TreeMap<String, Integer> same : sentences.values()) {
                int count = same.values().stream().mapToInt(Integer::intValue).sum();
                if (count > most) {
                    most = count;
                    commonest = mostFrequent(same);
                }
            }
            return new CriterionStatistics(
                    task.sheet(),
                    task.title(),
                    check.title(),
                    passed,
                    wrong,
                    missing,
                    all - passed - wrong - missing,
                    judged,
                    judged == 0 ? "" : Math.round(bar) + " %",
                    Axis.round(bar),
                    EvidenceView.cell(commonest),
                    most);
        }

        private static String mostFrequent(Map<String, Integer> counts) {
            String best = "";
            int most = 0;
            for (Map.Entry<String, Integer> entry : counts.entrySet()) {
                if (entry.getValue() > most) {
                    best = entry.getKey();
                    most = entry.getValue();
                }
            }
            return best;
        }
    }
}
