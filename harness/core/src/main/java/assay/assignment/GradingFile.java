package assay.assignment;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Mirror {@code grading.yaml} and {@code selfcheck.yaml} key by key. */
record GradingFile(String schema, Map<String, TaskFile> tasks) {
    static final String SCHEMA = "assay/grading/1";

    /** Mirror one entry of {@code tasks}; each check is a mapping with {@code kind} and the keys of that kind. */
    record TaskFile(@Default("0") int draws, List<CaseFile> cases, Map<String, JsonNode> checks) {}

    /** Mirror one entry of {@code cases}. */
    record CaseFile(@Default("") String name, Map<String, JsonNode> inputs, Map<String, JsonNode> expected) {}
}
