package assay.assignment;

import java.util.List;
import java.util.Optional;

/**
 * Hold what a person marks: proofs and explanations, which no check can judge. Its points come on top of the points of the
 * criteria and are never given automatically.
 *
 * @param items in the order of the sheet
 */
public record Rubric(List<Item> items) {
    public Rubric {
        items = List.copyOf(items);
    }

    /** Return the rubric of an assignment without prose. */
    public static Rubric none() {
        return new Rubric(List.of());
    }

    /** Find an item by its id. */
    public Optional<Item> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** Return the sum of the points of all items. */
    public double points() {
        return items.stream().mapToDouble(Item::points).sum();
    }

    /**
     * Be one thing to mark.
     *
     * @param id the heading under which the student writes it in {@code prose.md}
     * @param levels from most points to least
     * @param published what the published answer gets wrong here, or ""
     */
    public record Item(String id, String sheet, String title, double points, List<Level> levels, String published) {
        public Item {
            levels = List.copyOf(levels);
        }
    }

    /** Be what an answer worth {@code points} says. */
    public record Level(double points, String says) {}
}
