package assay.report;

import assay.compare.Comparison;
import java.util.ArrayList;
import java.util.List;

/**
 * Write the runs of a comparison as a table for spreadsheets and programs (RFC 4180, UTF-8, CRLF): one row for each run,
 * in the order in which they were planned; columns {@code experiment}, {@code data}, {@code variant}, {@code seed}, one for
 * each metric with all digits, {@code diverged}, {@code wall-seconds}, {@code digest} of the trained parameters, {@code at}.
 * A run that gave no result has its reason in {@code failure} and nothing else.
 */
public final class ComparisonCsv {
    private ComparisonCsv() {}

    /** Render {@code comparison}. */
    public static String render(Comparison comparison) {
        List<String> metrics =
                comparison.metrics().stream().map(Comparison.MetricReport::id).toList();
        StringBuilder table = new StringBuilder();
        List<String> header = new ArrayList<>(List.of("experiment", "data", "variant", "seed"));
        metrics.forEach(metric -> header.add(ScoresCsv.text(metric)));
        header.addAll(List.of("diverged", "wall-seconds", "digest", "at", "failure"));
        line(table, header);
        for (Comparison.Run run : comparison.runs()) {
            List<String> row = start(comparison, run.variant(), run.seed());
            for (String metric : metrics) {
                Double value = run.metrics().get(metric);
                row.add(value == null ? "" : value.toString());
            }
            row.add(String.valueOf(run.diverged()));
            row.add(String.valueOf(run.wallSeconds()));
            row.add(ScoresCsv.text(run.digest()));
            row.add(ScoresCsv.text(run.at()));
            row.add("");
            line(table, row);
        }
        comparison.failures().forEach(failure -> {
            List<String> row = start(comparison, failure.variant(), failure.seed());
            metrics.forEach(metric -> row.add(""));
            row.addAll(List.of("", "", "", "", ScoresCsv.text(failure.reason())));
            line(table, row);
        });
        return table.toString();
    }

    private static List<String> start(Comparison comparison, String variant, int seed) {
        return new ArrayList<>(List.of(
                ScoresCsv.text(comparison.experiment()),
                ScoresCsv.text(comparison.data()),
                ScoresCsv.text(variant),
                String.valueOf(seed)));
    }

    private static void line(StringBuilder table, List<String> cells) {
        table.append(String.join(",", cells)).append("\r\n");
    }
}
