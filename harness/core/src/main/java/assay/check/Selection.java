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
                .filter(trial -> chosen.contains(ALL)
                        || chosen.contains(trial.request().edge() ? EDGE : DRAWN)
                        || chosen.contains(trial.request().label()))
                .toList();
    }

    /** Return the names that no trial has. */
    public List<String> unknown(List<Trial> trials) {
        return chosen.stream()
                .filter(name -> !List.of(ALL, DRAWN, EDGE).contains(name)
                        && trials.stream()
                                .noneMatch(trial -> trial.request().label().equals(name)))
                .toList();
    }
}
