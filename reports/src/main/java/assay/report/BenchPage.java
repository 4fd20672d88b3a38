package assay.report;

import assay.compare.bench.BenchComparison;
import java.util.List;
import java.util.Map;

/** Write the page that lays two files of benchmarks side by side. */
public final class BenchPage {
    private BenchPage() {}

    /** Render {@code comparison}; the same comparison gives the same page. */
    public static String render(BenchComparison comparison) {
        return Templates.render("bench.ftlh", Map.of("page", BenchView.of(comparison)));
    }

    /** Return a line for each benchmark, for a terminal. */
    public static List<String> lines(BenchComparison comparison) {
        int longest = comparison.rows().stream()
                .mapToInt(row -> row.group().length() + 1 + row.title().length())
                .max()
                .orElse(1);
        return comparison.rows().stream()
                .map(row -> String.format(
                        "%-" + longest + "s  %s: %s",
                        VisibleText.of(row.group() + "." + row.title()),
                        row.standing().words(),
                        BenchView.ratio(row)))
                .toList();
    }
}
