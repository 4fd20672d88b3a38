package assay.report;

import assay.result.AtomicFile;
import assay.verify.Errata;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Write what the published answers of the sheets get wrong, as Markdown and as a page. */
public final class ErrataReport {
    private static final String INTRODUCTION =
            "Each fault was found by the checks that grade students: the published answer was"
                    + " handed in like any other. What only a person can judge is listed apart.";

    private ErrataReport() {}

    /** Write {@code errata.md} and {@code errata.html} into {@code folder}, which is made where it does not exist. */
    public static void write(List<Errata> sheets, Path folder) throws IOException {
        AtomicFile.write(folder.resolve("errata.md"), markdown(sheets));
        AtomicFile.write(folder.resolve("errata.html"), page(sheets));
    }

    /** Render the page; the same sheets give the same page. */
    public static String page(List<Errata> sheets) {
        int count = sheets.stream()
                .mapToInt(sheet -> sheet.judged().size() + sheet.prose().size())
                .sum();
        return Templates.render("errata.ftlh", Map.of("sheets", sheets, "count", count, "introduction", INTRODUCTION));
    }

    /** Render Markdown (CommonMark); whatever stands in the sheets is escaped. */
    public static String markdown(List<Errata> sheets) {
        StringBuilder text = new StringBuilder("# Errata of the published answers\n\n" + INTRODUCTION + "\n");
        for (Errata sheet : sheets) {
            text.append("\n## ")
                    .append(plain(sheet.title()))
                    .append("\n\n`")
                    .append(sheet.assignment())
                    .append("`: ");
            text.append(sheet.judged().size()).append(" found by checks, ");
            text.append(sheet.prose().size()).append(" in the text.\n");
            sheet.judged().forEach(one -> append(text, one));
            if (!sheet.prose().isEmpty()) {
                text.append("\n### In the text\n\n");
                sheet.prose()
                        .forEach(one -> text.append("- **")
                                .append(plain(numbered(one.sheet(), one.title())))
                                .append("**: ")
                                .append(plain(one.sentence()))
                                .append('\n'));
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Errata.Judged one) {
        text.append("\n### ").append(plain(numbered(one.sheet(), one.title()))).append(": ");
        text.append(plain(one.criterion()))
                .append("\n\n")
                .append(plain(one.sentence()))
                .append("\n\n");
        text.append("- answered: ").append(code(one.answered())).append('\n');
        text.append("- a student reads: ").append(plain(one.message())).append('\n');
    }

    private static String numbered(String sheet, String title) {
        return sheet.isEmpty() ? title : sheet + " " + title;
    }

    /** Escape every ASCII sign that Markdown may read, and keep it on one line. */
    static String plain(String text) {
        return VisibleText.of(text.strip().replaceAll("\\s+", " ")).replaceAll("([\\\\`*_\\[\\]<>#|&~$])", "\\\\$1");
    }

    /** Put text between more backquotes than it holds in a row. */
    private static String code(String text) {
        String line = VisibleText.of(text.strip().replaceAll("\\s+", " "));
        int longest = Pattern.compile("`+")
                .matcher(line)
                .results()
                .collect(Collectors.summarizingInt(run -> run.end() - run.start()))
                .getMax();
        String fence = "`".repeat(Math.max(longest, 0) + 1);
        return fence + (longest > 0 ? " " + line + " " : line) + fence;
    }
}
