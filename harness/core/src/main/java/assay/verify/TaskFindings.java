package assay.verify;

import java.util.List;

/** Be what was found at one task, and how many answers were tried. */
record TaskFindings(TaskCount count, List<Finding> findings) {
    TaskFindings {
        findings = List.copyOf(findings);
    }
}
