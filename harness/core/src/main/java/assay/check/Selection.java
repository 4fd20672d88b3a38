package assay.check;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Choose trials: {@code all}, {@code drawn}, {@code edge} (those with a name) or names of cases; several are joined.
 */
public record Selection(List<String> chosen) {
    private static final String ALL = "all";
    private static final String DRAWN = "drawn";
    private static final String EDGE = "edge";

    public Selection {
        chosen = List.copyOf(chosen);
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("must choose at least one of all, drawn, edge or a case by its name");
        }
    }

    /** Choose all. */
    static Selection all() {
        return new Selection(List.of(ALL));
    }

    /** Return whether drawn cases are chosen. */
    public boolean choosesDrawn() {
        return chosen.contains(ALL) || chosen.contains(DRAWN);
    }

    /** Return whether a case is chosen: a named one ({@code edge}) or a draw. */
    public boolean chooses(String label, boolean edge) {
        return chosen.contains(ALL) || chosen.contains(edge ? EDGE : DRAWN) || chosen.contains(label);
    }

    /** Return the names that are meant: what is not all, drawn or edge. */
    public List<String> names() {
        return chosen.stream()
                .filter(name -> !List.of(ALL, DRAWN, EDGE).contains(name))
                .toList();
    }

    /** Read a word or a list of words. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Selection of(JsonNode written) {
        List<String> chosen = new ArrayList<>();
        for (JsonNode one : written.isArray() ? written : List.of(written)) {
            if (!one.isString()) {
                throw new IllegalArgumentException("must be all, drawn, edge, or names of cases, was " + one);
            }
            chosen.add(one.stringValue());
        }
        return new Selection(chosen);
    }

    /** Return the chosen trials in their order. */
    public List<Trial> of(List<Trial> trials) {
        return trials.stream()
                .filter(trial ->
                        chooses(trial.request().label(), trial.request().edge()))
                .toList();
    }

    /** Return the names that no trial has. */
    public List<String> unknown(List<Trial> trials) {
        return names().stream()
                .filter(name -> trials.stream()
                        .noneMatch(trial -> trial.request().label().equals(name)))
                .toList();
    }
}
