package assay.api.reference;

import assay.api.Answers;
import assay.api.Inputs;
import java.util.function.Function;

/**
 * Describe a mistake that is known for a task: what it computes, and the sentence that tells the student.
 *
 * @param id short name, for example {@code "no-factor-2"}; unique within the task
 * @param sentence what the student reads; names the likely cause and what to look at, does not give the answer away
 * @param answer computes the wrong answers; may give only those that the mistake changes
 */
public record Mistake(String id, String sentence, Function<Inputs, Answers> answer) {}
