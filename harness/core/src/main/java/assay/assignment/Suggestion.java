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

    /** Count the letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
    private static int distance(String from, String to) {
        int[][] least = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : step(least, from, to, i, j);
            }
        }
        return least[from.length()][to.length()];
    }

    private static int step(int[][] least, String from, String to, int i, int j) {
        char one = from.charAt(i - 1);
        char other = to.charAt(j - 1);
        int replaced = least[i - 1][j - 1] + (one == other ? 0 : 1);
        int cheapest = Math.min(replaced, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && one == to.charAt(j - 2) && other == from.charAt(i - 2);
        return swapped ? Math.min(cheapest, least[i - 2][j - 2] + 1) : cheapest;
    }
}
