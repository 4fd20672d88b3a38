package assay.report;

import assay.score.ProseScore;
import java.util.List;

/**
 * Be what a person marks of one submission, as its page needs it.
 *
 * @param sentence how many items are still to be marked
 */
public record ProseView(String points, String maxPoints, String sentence, List<Item> items) {
    public ProseView {
        items = List.copyOf(items);
    }

    /** Be one item; {@code points} is a dash while pending. */
    public record Item(
            String item,
            String sheet,
            String title,
            boolean marked,
            String points,
            String maxPoints,
            String comment,
            String text) {}

    static ProseView of(List<ProseScore> prose) {
        long pending = prose.stream().filter(one -> !one.marked()).count();
        return new ProseView(
                pending == prose.size()
                        ? "–"
                        : People.points(
                                prose.stream().mapToDouble(ProseScore::points).sum()),
                People.points(prose.stream().mapToDouble(ProseScore::maxPoints).sum()),
                pending == 0
                        ? "Marked by a person; these points come on top of the ones above."
                        : pending + " of " + People.count(prose.size(), "item")
                                + " pending: no program marks them. Their points come on top of the ones above.",
                prose.stream().map(ProseView::item).toList());
    }

    private static Item item(ProseScore one) {
        return new Item(
                one.item(),
                one.sheet(),
                one.title(),
                one.marked(),
                one.marked() ? People.points(one.points()) : "–",
                People.points(one.maxPoints()),
                one.comment(),
                one.text());
    }
}
