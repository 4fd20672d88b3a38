package assay.assignment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Mirror {@code grading.yaml} and {@code selfcheck.yaml} key by key; null stands for a key that is not there. */
record GradingFile(@Nullable String schema, @Nullable Map<String, TaskFile> tasks) {
    static final String SCHEMA = "assay/grading/1";

    /** Mirror one entry of {@code tasks}; each check is a mapping with {@code kind} and the keys of that kind. */
    record TaskFile(
            @Nullable Integer draws, @Nullable List<CaseFile> cases, @Nullable Map<String, JsonNode> checks) {}

    /** Mirror one entry of {@code cases}. */
    record CaseFile(
            @Nullable String name, @Nullable Map<String, JsonNode> inputs, @Nullable Map<String, JsonNode> expected) {}
}
