package assay.run;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Make visible what a submission wrote: control characters, terminal escapes and direction marks become signs. */
final class Printable {
    private static final int FIRST_CONTROL_PICTURE = 0x2400;
    private static final int DELETE_PICTURE = 0x2421;

    private Printable() {}

    /** Return {@code bytes} as text with line ends kept; what is not UTF-8 becomes U+FFFD. */
    static String block(byte[] bytes) {
        return visible(new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n"), true);
    }

    /** Return {@code text} on one line of at most {@code most} characters. */
    static String line(String text, int most) {
        String line = visible(text.replace("\r\n", "\n").strip().replace("\n", " / "), false);
        return line.length() <= most ? line : line.substring(0, most) + "...";
    }

    /** Return {@code text} with a capital letter and a full stop. */
    static String sentence(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String end = ".!?".indexOf(text.charAt(text.length() - 1)) >= 0 ? "" : ".";
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + end;
    }

    private static String visible(String text, boolean keepLines) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if ((keepLines && point == '\n') || point == '\t') {
                out.appendCodePoint(point);
            } else if (point < 0x20) {
                out.appendCodePoint(FIRST_CONTROL_PICTURE + point);
            } else if (point == 0x7f) {
                out.appendCodePoint(DELETE_PICTURE);
            } else if (isHidden(point)) {
                out.append(String.format("<U+%04X>", point));
            } else {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
