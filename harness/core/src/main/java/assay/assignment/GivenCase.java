package assay.assignment;

import assay.api.Answers;
import assay.api.Inputs;

/** Be one case written down in a grading file; {@code expected} is empty when the reference computes it. */
public record GivenCase(String name, Inputs inputs, Answers expected) {}
