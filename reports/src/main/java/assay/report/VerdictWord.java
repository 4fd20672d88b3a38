package assay.report;

import assay.check.Verdict;

/** Say a verdict in words for people; {@code style} names the icon and the style, {@code about} explains the word. */
public enum VerdictWord {
    /** Right. */
    PASSED("passed", "Your answer is right."),
    /** Not right. */
    WRONG("wrong", "Your answer is not right; the message says where, and often why."),
    /** Nothing handed in. */
    MISSING("not answered", "Nothing was handed in for this one."),
    /** Cannot be judged. */
    UNGRADABLE("cannot be graded", "Something was handed in, but it cannot be read or run; the message says why."),
    /** Waits for another criterion. */
    SKIPPED("skipped", "It needs another criterion that has not passed yet. Repair that one first."),
    /** Evidence does not suffice. */
    INCONCLUSIVE("inconclusive", "The measurements do not suffice to say yes or no. This costs nothing."),
    /** Only with the private grading. */
    HIDDEN("hidden", "Judged when your instructor grades."),
    /** Our fault. */
    NOT_JUDGED("not judged", "Something failed on our side, not on yours. This costs nothing.");

    private final String word;
    private final String about;

    VerdictWord(String word, String about) {
        this.word = word;
        this.about = about;
    }

    /** Return the word for {@code verdict}. */
    public static VerdictWord of(Verdict verdict) {
        return valueOf(verdict.name());
    }

    /** Return the word or words, in small letters. */
    public String word() {
        return word;
    }

    /** Return a sentence that explains the word to a student. */
    public String about() {
        return about;
    }

    /** Return the name of the icon and of the style class, for example {@code "not-judged"}. */
    public String style() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Say whether points are neither won nor lost with it. */
    public boolean isOpen() {
        return this == INCONCLUSIVE || this == HIDDEN || this == NOT_JUDGED;
    }

    /** Say whether the reader should look at it: it is open on the page, not folded. */
    public boolean wantsReading() {
        return this == WRONG || this == UNGRADABLE || this == INCONCLUSIVE || this == NOT_JUDGED;
    }
}
