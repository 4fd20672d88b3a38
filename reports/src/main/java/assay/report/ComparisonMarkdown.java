package assay.report;

import assay.report.ComparisonView.MetricView;
import assay.report.ComparisonView.Table;
import assay.compare.Comparison;
import java.util.Collections;
import java.util.List;

/** Write a comparison as Markdown, for a pull request or a notebook: what was found, the tables, what was used. */
public final class ComparisonMarkdown {
    private static final String SPECIAL = "\\`*_{}[]<>()#+!|~&";

    private ComparisonMarkdown() {}

    /** Render {@code comparison}. */
    public static String render(Comparison comparison) {
        ComparisonView view = ComparisonView.of(comparison);
        StringBuilder text = new StringBuilder();
        text.append("# ").append(escape(view.title())).append("\n\n").append(escape(view.question())).append("\n\n");
        view.warnings().forEach(warning -> text.append("> ").append(escape(warning)).append("\n>\n"));
        text.append(view.warnings().isEmpty() ? "" : "\n");
        view.findings().forEach(finding -> text.append("- ").append(escape(finding)).append('\n'));
        for (MetricView metric : view.metrics()) {
            text.append("\n## ").append(escape(metric.title())).append("\n\n");
            table(text, metric.table());
            if (!metric.pairs().rows().isEmpty()) {
                text.append('\n');
                table(text, metric.pairs());
            }
        }
        text.append("\n## What was used\n\n");
        view.facts().forEach(fact -> text.append("- ")
                .append(escape(fact.name()))
                .append(": ")
                .append(escape(fact.value()))
                .append('\n'));
        text.append("\nAgain: `").append(view.command().replace("`", "")).append("`\n");
        return text.toString();
    }

    private static void table(StringBuilder text, Table table) {
        row(text, table.head());
        row(text, Collections.nCopies(table.head().size(), "---"), false);
        table.rows().forEach(cells -> row(text, cells));
    }

    private static void row(StringBuilder text, List<String> cells) {
        row(text, cells, true);
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
            if (c == '<') {
                escaped.append("&lt;");
            } else if (c == '&') {
                escaped.append("&amp;");
            } else {
                escaped.append(SPECIAL.indexOf(c) >= 0 && "()[]+".indexOf(c) < 0 || c == '[' ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }
}
