package assay.data.weights;

import java.util.Collection;

/** Show what stands in a file: bounded, and without characters that do something. */
final class Text {
    private static final int LONGEST = 80;
    private static final int MOST = 8;

    private Text() {}

    /** Return {@code text} for a message. */
    static String shown(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return cut.replaceAll("[^\\x20-\\x7E]", "?");
    }

    /** List {@code names}, the first few of many. */
    static String list(Collection<String> names) {
        String first =
                String.join(", ", names.stream().limit(MOST).map(Text::shown).toList());
        return names.size() <= MOST ? first : first + ", and " + (names.size() - MOST) + " more";
    }
}
