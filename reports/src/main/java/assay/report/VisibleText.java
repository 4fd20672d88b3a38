package assay.report;

/**
 * Make text that a submission can influence fit to be shown: no character without a shape, none that turns the reading
 * order round, bounded length.
 *
 * <p>Every text in every writer goes through it: in pages by {@link VisibleWrapper}, elsewhere by hand.
 */
final class VisibleText {
    private VisibleText() {}

    /** Return {@code text} with control, direction, private-use and broken characters replaced by a visible sign. */
    static String of(String text) {
        int at = 0;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, at);
        while (at < text.length()) {
            int point = text.codePointAt(at);
            append(shown, point);
            at += Character.charCount(point);
        }
        return shown.toString();
    }

    /** Return at most {@code limit} characters of {@code text}, and say how many are left out. */
    static String capped(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end) + " … (" + (text.length() - end) + " characters left out)";
    }

    private static boolean isPlain(char c) {
        return (c >= ' ' && c < 0x7f) || c == '\n' || c == '\t';
    }

    private static void append(StringBuilder shown, int point) {
        if (point == '\n' || point == '\t') {
            shown.append((char) point);
        } else if (point == '\r') {
            shown.append('␍');
        } else if (point < ' ') {
            shown.append((char) (0x2400 + point));
        } else if (point == 0x7f) {
            shown.append('␡');
        } else if (isShapeless(point)) {
            shown.append("⟨U+")
                    .append(String.format(java.util.Locale.ROOT, "%04X", point))
                    .append('⟩');
        } else {
            shown.appendCodePoint(point);
        }
    }

    private static boolean isShapeless(int point) {
        int type = Character.getType(point);
        boolean joiner = point == 0x200d || point == 0x200c || point == 0xad;
        boolean noCharacter = (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
        return switch (type) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> !joiner;
            default -> noCharacter || (point >= 0xe0000 && point <= 0xe0fff);
        };
    }
}
