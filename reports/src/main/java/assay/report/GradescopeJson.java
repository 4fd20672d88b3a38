package assay.report;

import assay.check.CheckResult;
import assay.check.Verdict;
import assay.pull.PullRecorder;
import assay.result.ResultRecord;
import assay.score.TaskScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Write a submission as Gradescope's {@code results.json}: a test for each criterion, and the score on top.
 *
 * <p>Where anything was not judged there is no file: Gradescope then shows that the grader failed, and not a zero.
 */
public final class GradescopeJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private GradescopeJson() {}

    /** Render {@code record}; nothing if it has no score. */
    public static Optional<String> render(ResultRecord record) {
        if (!PullRecorder.isScored(record)) {
            return Optional.empty();
        }
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("score", finite(record.score().points()));
        double millis = record.observed().numbers().getOrDefault("totalMillis", 0.0);
        top.put("execution_time", finite(Math.round(millis) / 1000.0));
        top.put("output", text(record.ungradable().isEmpty() ? notes(record) : record.ungradable()));
        top.put("output_format", "text");
        top.put("test_output_format", "text");
        top.put("test_name_format", "text");
        top.put("visibility", "visible");
        top.put("stdout_visibility", "hidden");
        List<Map<String, Object>> tests = new ArrayList<>();
        for (TaskScore task : record.score().tasks()) {
            for (CheckResult check : task.checks()) {
                tests.add(test(task, check));
            }
        }
        top.put("tests", tests);
        return Optional.of(MAPPER.writeValueAsString(top) + "\n");
    }

    private static Map<String, Object> test(TaskScore task, CheckResult check) {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("score", finite(check.points()));
        test.put("max_score", finite(check.maxPoints()));
        test.put("status", check.verdict() == Verdict.PASSED ? "passed" : "failed");
        test.put("number", VisibleText.capped(VisibleText.of(task.sheet()), EvidenceView.MOST_CELL));
        String name = task.task() + "/" + check.criterion() + ": " + check.title();
        test.put("name", VisibleText.capped(VisibleText.of(name), EvidenceView.MOST_CELL));
        String word = VerdictWord.of(check.verdict()).word();
        String likely = check.diagnosis().sentence();
        String said = check.message().contains(likely) ? check.message() : check.message() + "\n" + likely;
        test.put("output", text(said.isEmpty() ? word : word + ": " + said));
        return test;
    }

    private static String notes(ResultRecord record) {
        return String.join("\n", record.notes());
    }

    private static String text(String text) {
        return VisibleText.capped(VisibleText.of(text), EvidenceView.MOST_TEXT);
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a score must be finite, was " + value);
        }
        return value;
    }
}
