package assay.report;

import assay.compare.bench.BenchComparison;
import java.util.List;
import java.util.stream.Collectors;

/** Write two files of benchmarks side by side as Markdown, for a pull request or a notebook. */
public final class BenchMarkdown {
    private BenchMarkdown() {}

    /** Render {@code comparison}. */
    public static String render(BenchComparison comparison) {
        BenchView view = BenchView.of(comparison);
        StringBuilder text = new StringBuilder("# Benchmarks: ")
                .append(ComparisonMarkdown.escape(view.title()))
                .append("\n\n");
        view.warnings()
                .forEach(warning -> text.append("> ")
                        .append(ComparisonMarkdown.escape(warning))
                        .append("\n>\n"));
        text.append(view.warnings().isEmpty() ? "" : "\n");
        list(text, view.findings());
        for (BenchView.Group group : view.groups()) {
            text.append("\n## ")
                    .append(ComparisonMarkdown.escape(group.title()))
                    .append("\n\n");
            row(text, BenchView.HEAD);
            text.append("|---".repeat(BenchView.HEAD.size())).append("|\n");
            group.rows().forEach(cells -> row(text, cells.all()));
        }
        if (!view.lacking().isEmpty()) {
            text.append("\n## Not in both\n\n");
            list(text, view.lacking());
        }
        text.append("\n## How it was decided\n\n");
        list(text, view.method());
        facts(text, "A", view.first());
        facts(text, "B", view.second());
        return text.toString();
    }

    private static void facts(StringBuilder text, String side, List<ComparisonView.Fact> facts) {
        text.append("\n## ").append(side).append("\n\n");
        list(text, facts.stream().map(fact -> fact.name() + ": " + fact.value()).toList());
    }

    private static void list(StringBuilder text, List<String> lines) {
        lines.forEach(line ->
                text.append("- ").append(ComparisonMarkdown.escape(line)).append('\n'));
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(ComparisonMarkdown::escape).collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
