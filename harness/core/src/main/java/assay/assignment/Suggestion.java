package assay.assignment;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Find what somebody may have meant by a word that is not known. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * Return what to write instead of {@code word}: "did you mean 'close-to'? Known: choice, close-to." The question is
     * left out when nothing is near, the list when {@code candidates} is empty.
     */
    public static String of(String word, Collection<String> candidates) {
        String question = nearest(word, candidates)
                .map(name -> "did you mean '" + name + "'?")
                .orElse("");
        if (candidates.isEmpty()) {
            return question;
        }
        String known = "nown: " + String.join(", ", new TreeSet<>(candidates)) + ".";
        return question.isEmpty() ? "k" + known : question + " K" + known;
    }

    /** Find the candidate nearest to {@code word}: one that contains it or is contained, or differs in a third of the letters at most. */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        return new TreeSet<>(candidates)
                .stream()
                        .filter(candidate -> isNear(fold(word), fold(candidate)))
                        .min(Comparator.comparingInt(candidate -> distance(fold(word), fold(candidate))));
    }

    private static boolean isNear(String word, String candidate) {
        int shorter = Math.min(word.length(), candidate.length());
        boolean within = shorter >= 3 && (word.contains(candidate) || candidate.contains(word));
        return within || distance(word, candidate) <= Math.max(1, Math.max(word.length(), candidate.length()) / 3);
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /** Count the letters to insert, delete or replace (Levenshtein 1966), row by row. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
