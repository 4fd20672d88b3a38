package assay.pull;

import assay.assignment.Assignment;
import assay.check.CheckResult;
import assay.check.Verdict;
import assay.result.ResultRecord;
import assay.score.TaskScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Put the results of a pull request's submissions into one bounded record. */
public final class PullRecorder {
    private static final int MOST = 1000;
    private static final int MOST_TEXT = 4000;
    private static final int MOST_SHORT = 1000;
    private static final int MOST_NAME = 200;

    private PullRecorder() {}

    /**
     * Return the record.
     *
     * @param definition {@code base} or {@code installation}
     * @param paths where each submission lies in the repository, by id
     */
    public static PullRecord record(
            Pull pull,
            Assignment assignment,
            String definition,
            int exitCode,
            List<ResultRecord> results,
            Map<String, String> paths) {
        return new PullRecord(
                PullRecord.SCHEMA,
                pull.base(),
                pull.head(),
                assignment.id(),
                assignment.version(),
                cut(assignment.title(), MOST_TEXT),
                definition,
                exitCode,
                some(pull.guarded()),
                some(pull.strays()),
                some(pull.removed()),
                List.of(),
                results.stream()
                        .limit(MOST)
                        .map(result -> graded(result, paths.getOrDefault(result.submission(), "")))
                        .toList());
    }

    /** Return the record of a pull request of which nothing was graded; {@code why} says why. */
    public static PullRecord nothing(Pull pull, int exitCode, List<String> why) {
        return new PullRecord(
                PullRecord.SCHEMA,
                pull.base(),
                pull.head(),
                "",
                0,
                "",
                "none",
                exitCode,
                some(pull.guarded()),
                some(pull.strays()),
                some(pull.removed()),
                some(why),
                List.of());
    }

    /** Say whether all criteria of a submission were decided; only then it has a score. */
    public static boolean isScored(ResultRecord result) {
        return result.score().tasks().stream()
                .flatMap(task -> task.checks().stream())
                .map(CheckResult::verdict)
                .noneMatch(verdict ->
                        verdict == Verdict.NOT_JUDGED || verdict == Verdict.INCONCLUSIVE || verdict == Verdict.HIDDEN);
    }

    private static PullRecord.Graded graded(ResultRecord result, String path) {
        Map<String, Integer> verdicts = new TreeMap<>();
        List<PullRecord.Open> open = new ArrayList<>();
        for (TaskScore task : result.score().tasks()) {
            for (CheckResult check : task.checks()) {
                verdicts.merge(word(check.verdict()), 1, Integer::sum);
                if (check.verdict() != Verdict.PASSED && open.size() < MOST) {
                    open.add(open(task, check));
                }
            }
        }
        return new PullRecord.Graded(
                cut(result.submission(), MOST_NAME),
                result.key(),
                cut(path, MOST_TEXT),
                isScored(result) ? Optional.of(result.score().points()) : Optional.empty(),
                result.score().maxPoints(),
                verdicts,
                cut(result.ungradable(), MOST_TEXT),
                some(result.notes()),
                open);
    }

    private static PullRecord.Open open(TaskScore task, CheckResult check) {
        return new PullRecord.Open(
                task.task(),
                check.criterion(),
                cut(check.title(), MOST_NAME),
                word(check.verdict()),
                check.points(),
                check.maxPoints(),
                cut(check.message(), MOST_TEXT),
                cut(check.diagnosis().sentence(), MOST_TEXT));
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> some(List<String> texts) {
        return texts.stream().limit(MOST).map(text -> cut(text, MOST_SHORT)).toList();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + " … (" + (text.length() - end) + " characters left out)";
    }
}
