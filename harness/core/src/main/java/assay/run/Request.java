package assay.run;

import assay.api.Inputs;

/**
 * Ask for one answer.
 *
 * @param id 128 random bits in hex, drawn from the seed; an answer must repeat it
 * @param label for people: "draw 3", "z = 800"
 * @param edge whether this is a named case rather than a draw
 */
public record Request(String id, String task, String label, boolean edge, Inputs inputs) {}
