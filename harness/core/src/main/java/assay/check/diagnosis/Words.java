package assay.check.diagnosis;

import java.util.List;

/** Put names and counts into sentences. */
final class Words {
    private static final int MOST_NAMES = 3;

    private Words() {}

    /** Quote the first labels: "'a', 'b' and 4 more". */
    static String labels(List<Comparison> cases) {
        String first = String.join(
                ", ",
                cases.stream()
                        .limit(MOST_NAMES)
                        .map(one -> "'" + one.label() + "'")
                        .toList());
        int more = cases.size() - MOST_NAMES;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    /** Write the first letter large. */
    static String capital(String sentence) {
        return sentence.isEmpty() ? "" : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** Say "the number" or "all 40 numbers". */
    static String numbers(Comparisons all) {
        return all.numbers() == 1 ? "the number" : "all " + all.numbers() + " numbers";
    }
}
