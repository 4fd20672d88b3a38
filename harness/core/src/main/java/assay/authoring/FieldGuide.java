package assay.authoring;

import assay.assignment.AuthorFile;
import assay.assignment.ValueType;
import assay.check.CheckKind;
import assay.check.Selection;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Write the page that lists every file, key, type and check kind for authors, as Markdown. */
public final class FieldGuide {
    private FieldGuide() {}

    /** Render the part of {@code assignments/README.md} that is made from the code. */
    public static String render() {
        StringBuilder page = new StringBuilder();
        for (AuthorFile file : Forms.files()) {
            page.append("## `").append(file.name()).append("`\n\n");
            for (Class<? extends Record> block : Forms.within(file.form())) {
                String about = Forms.about(block);
                page.append(block == file.form() ? about : "### " + about.substring(0, about.length() - 1))
                        .append("\n\n");
                table(page, block);
            }
        }
        types(page);
        kinds(page);
        return page.toString();
    }

    private static void table(StringBuilder page, Class<? extends Record> block) {
        page.append("| key | value | must be there | what it says |\n|---|---|---|---|\n");
        for (Forms.Key key : Forms.keys(block)) {
            page.append("| `")
                    .append(key.name())
                    .append("` | ")
                    .append(value(key.type()))
                    .append(" | ")
                    .append(
                            key.needed()
                                    ? "yes"
                                    : key.byDefault().map(FieldGuide::otherwise).orElse("no"))
                    .append(" | ")
                    .append(cell(key.about()))
                    .append(" |\n");
        }
        page.append('\n');
    }

    private static String otherwise(String byDefault) {
        return byDefault.isEmpty() || byDefault.equals("{}") ? "no" : "else " + byDefault;
    }

    private static void types(StringBuilder page) {
        page.append("## Types\n\nFor the key `type` of inputs and answers.\n\n| type | holds |\n|---|---|\n");
        for (ValueType.Kind kind : ValueType.Kind.values()) {
            page.append("| `")
                    .append(kind.form())
                    .append("` | ")
                    .append(cell(kind.about()))
                    .append(" |\n");
        }
        page.append('\n');
    }

    private static void kinds(StringBuilder page) {
        page.append(
                "## Check kinds\n\nBelow `checks:` of a grading file; each has the key `kind` and the following ones.\n\n");
        for (CheckKind<?> kind : Forms.kinds()) {
            page.append("### `").append(kind.name()).append("`\n\n");
            page.append(Forms.about(kind.getClass())).append("\n\n");
            table(page, kind.specType());
        }
        page.setLength(page.length() - 1);
    }

    private static String value(Type type) {
        Class<?> raw = Forms.raw(type);
        if (raw == List.class) {
            return "list of " + items(Forms.argument(type, 0));
        } else if (raw == Map.class) {
            return "mapping of names to " + items(Forms.argument(type, 1));
        } else if (raw == Optional.class) {
            return value(Forms.argument(type, 0));
        } else if (raw == Selection.class) {
            return "`all`, `drawn`, `edge` or names of cases";
        } else if (raw.isEnum()) {
            return Arrays.stream(raw.getEnumConstants())
                    .map(one -> "`" + word(one, raw) + "`")
                    .collect(Collectors.joining(", "));
        }
        return word(raw);
    }

    /** Write a constant as files do; verdicts stand in capitals, all else in small letters. */
    private static String word(Object constant, Class<?> type) {
        return type == assay.check.Verdict.class
                ? constant.toString()
                : constant.toString().toLowerCase(Locale.ROOT);
    }

    private static String items(Type type) {
        String one = value(type);
        return switch (one) {
            case "text" -> "texts";
            case "number" -> "numbers";
            case "value" -> "values";
            default -> one.startsWith("mapping") || one.startsWith("list") || one.startsWith("`") ? one : "blocks";
        };
    }

    private static String word(Class<?> raw) {
        if (raw == String.class) {
            return "text";
        } else if (raw == boolean.class) {
            return "true or false";
        } else if (raw == int.class || raw == long.class) {
            return "whole number";
        } else if (raw == double.class || raw == Double.class) {
            return "number";
        }
        return Forms.block(raw).isPresent() ? "block" : "value";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
