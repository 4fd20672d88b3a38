package assay.grade;

import assay.assignment.Assignment;
import assay.assignment.Rubric;
import assay.assignment.Suggestion;
import assay.score.ProseScore;
import assay.submission.Prose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lay what a student wrote beside what a person marks; gives no points. */
final class ProseStage {
    private static final int MOST_TEXT = 40_000;

    private ProseStage() {}

    /** Return one pending entry for each item of the rubric. */
    static List<ProseScore> pending(Rubric rubric, Prose prose) {
        Map<String, String> meant = new LinkedHashMap<>();
        prose.sections().forEach((name, text) -> meant.putIfAbsent(meant(rubric, prose, name), text));
        return rubric.items().stream()
                .map(item -> pending(item, meant.getOrDefault(item.id(), "")))
                .toList();
    }

    /** Return the item that the heading {@code name} means: a misspelt one counts where the right one is not there. */
    private static String meant(Rubric rubric, Prose prose, String name) {
        List<String> items = rubric.items().stream().map(Rubric.Item::id).toList();
        return items.contains(name)
                ? name
                : Suggestion.nearest(name, items)
                        .filter(item -> !prose.sections().containsKey(item))
                        .orElse(name);
    }

    private static ProseScore pending(Rubric.Item item, String text) {
        String kept = text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "\n[cut here]" : text;
        return new ProseScore(item.id(), item.sheet(), item.title(), item.points(), false, 0, "", kept);
    }

    /** Return the entries for the rubric as it is now: texts stay, and marks where they are still possible. */
    static List<ProseScore> again(Rubric rubric, List<ProseScore> before) {
        List<ProseScore> after = new ArrayList<>();
        for (Rubric.Item item : rubric.items()) {
            ProseScore old = before.stream()
                    .filter(one -> one.item().equals(item.id()))
                    .findFirst()
                    .orElse(pending(item, ""));
            ProseScore now = pending(item, old.text());
            after.add(old.marked() && old.points() <= item.points() ? now.marked(old.points(), old.comment()) : now);
        }
        return after;
    }

    /** Say which sections nobody asked for; without the rubric, which ones there are. */
    static List<String> notes(Assignment assignment, Prose prose) {
        List<String> names = List.copyOf(prose.sections().keySet());
        if (!assignment.complete()) {
            return names.isEmpty()
                    ? List.of()
                    : List.of(Prose.NAME + " has the sections '" + String.join("', '", names)
                            + "'; a person will read them.");
        }
        List<String> items =
                assignment.rubric().items().stream().map(Rubric.Item::id).toList();
        return names.stream()
                .filter(name -> !items.contains(name))
                .map(name -> {
                    String meant = meant(assignment.rubric(), prose, name);
                    return items.contains(meant)
                            ? Prose.NAME + ": the heading '## " + name + "' is taken for '## " + meant + "'."
                            : Prose.NAME + ": nothing is asked under the heading '## " + name + "'; "
                                    + Suggestion.of(name, items);
                })
                .toList();
    }
}
