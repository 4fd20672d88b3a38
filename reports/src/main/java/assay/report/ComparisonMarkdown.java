package assay.report;

import assay.compare.Comparison;
import assay.report.ComparisonView.MetricView;
import assay.report.ComparisonView.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Write a comparison as Markdown, for a pull request or a notebook: what was found, the tables, what was used. */
public final class ComparisonMarkdown {
    private static final String SPECIAL = "\\`*_[]>#!|~";

    private ComparisonMarkdown() {}

    /** Render {@code comparison}. */
    public static String render(Comparison comparison) {
        ComparisonView view = ComparisonView.of(comparison);
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(escape(view.title()))
                .append("\n\n")
                .append(escape(view.question()))
                .append("\n\n");
        view.warnings()
                .forEach(warning -> text.append("> ").append(escape(warning)).append("\n>\n"));
        text.append(view.warnings().isEmpty() ? "" : "\n");
        view.findings()
                .forEach(finding -> text.append("- ").append(escape(finding)).append('\n'));
        for (MetricView metric : view.metrics()) {
            text.append("\n## ").append(escape(metric.title())).append("\n\n");
            table(text, metric.table());
            if (!metric.pairs().rows().isEmpty()) {
                text.append('\n');
                table(text, metric.pairs());
            }
        }
        text.append("\n## What was used\n\n");
        view.facts()
                .forEach(fact -> text.append("- ")
                        .append(escape(fact.name()))
                        .append(": ")
                        .append(escape(fact.value()))
                        .append('\n'));
        text.append("\nAgain: `").append(view.command().replace("`", "")).append("`\n");
        return text.toString();
    }

    private static void table(StringBuilder text, Table table) {
        boolean judged = !table.standings().isEmpty();
        row(text, judged ? with(table.head(), "Standing") : table.head(), true);
        row(text, Collections.nCopies(table.head().size() + (judged ? 1 : 0), "---"), false);
        for (int i = 0; i < table.rows().size(); i++) {
            List<String> cells = table.rows().get(i);
            row(text, judged ? with(cells, table.standings().get(i).word()) : cells, true);
        }
    }

    private static List<String> with(List<String> cells, String last) {
        List<String> all = new ArrayList<>(cells);
        all.add(last);
        return all;
    }

    private static void row(StringBuilder text, List<String> cells, boolean escaped) {
        for (String cell : cells) {
            text.append("| ").append(escaped ? escape(cell) : cell).append(' ');
        }
        text.append("|\n");
    }

    /** Return {@code text} on one line, with everything that Markdown or HTML could take for itself escaped. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : VisibleText.of(text).replaceAll("\\s+", " ").strip().toCharArray()) {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '&' -> escaped.append("&amp;");
                default -> escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return MarkdownText.inert(escaped.toString());
    }
}
