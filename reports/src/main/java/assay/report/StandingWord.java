package assay.report;

import assay.compare.Standing;

/** Show a standing with a shape and a colour of the verdicts. */
public record StandingWord(String style, String word) {
    static StandingWord of(Standing standing) {
        String style = switch (standing) {
            case CLEARLY_BETTER, BETTER -> "passed";
            case EQUIVALENT -> "hidden";
            case IDENTICAL -> "not-judged";
            case INCONCLUSIVE -> "inconclusive";
        };
        return new StandingWord(style, standing.words());
    }
}
