package assay.check.graph;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Undo a mistake that a list may contain; where the value is right afterwards, the mistake was made.
 *
 * @param id of the diagnosis
 * @param sentence tells the student where to look
 * @param undo changes the list; returns an equal list when there is nothing to undo
 */
record Repair(String id, String sentence, UnaryOperator<List<Step>> undo) {}
