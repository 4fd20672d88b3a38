package assay.check;

import assay.api.Answers;
import assay.run.Outcome;
import assay.run.Request;

/** Be one request with its outcome and, where it was written down, the expected answers (else none). */
public record Trial(Request request, Outcome outcome, Answers written) {}
