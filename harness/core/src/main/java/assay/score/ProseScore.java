package assay.score;

/**
 * Be the state of one item that a person marks. Its points are no part of {@link Score}: they are added by who marks, never
 * by a check.
 *
 * @param item id in the rubric, and the heading in {@code prose.md}
 * @param marked whether a person has given points; until then the item is pending
 * @param points given points, 0 while pending
 * @param comment what the person wrote for the student, or ""
 * @param text what the student wrote, or ""
 */
public record ProseScore(
        String item,
        String sheet,
        String title,
        double maxPoints,
        boolean marked,
        double points,
        String comment,
        String text) {
    /** Return this item with the points and the comment of a person. */
    public ProseScore marked(double given, String said) {
        return new ProseScore(item, sheet, title, maxPoints, true, given, said, text);
    }

    /** Return this item as it was before anybody marked it. */
    public ProseScore pending() {
        return new ProseScore(item, sheet, title, maxPoints, false, 0, "", text);
    }
}
