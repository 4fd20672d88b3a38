package assay.assignment;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Mirror {@code grading.yaml} and {@code selfcheck.yaml} key by key. */
@About(
        "How the criteria are judged. private/grading.yaml judges all of them; public/selfcheck.yaml, of the same form, those that"
                + " students may try, by written cases alone.")
record GradingFile(
        @About("'assay/grading/1'") String schema,
        @About("by the id of the task") Map<String, TaskFile> tasks) {
    static final String SCHEMA = "assay/grading/1";

    /** Mirror one entry of {@code tasks}; each check is a mapping with {@code kind} and the keys of that kind. */
    @About("How one task is judged.")
    record TaskFile(
            @About("number of random inputs, drawn by the reference for each submission anew") @Default("0")
            int draws,

            @About("inputs that are written down") List<CaseFile> cases,

            @About("by the id of the criterion: a mapping with 'kind' and the keys of that kind, see below")
            Map<String, JsonNode> checks) {}

    /** Mirror one entry of {@code cases}. */
    @About("One written case.")
    record CaseFile(
            @About("name in the reports, and in the key 'on' of checks") @Default("")
            String name,

            @About("all inputs of the task, by name") Map<String, JsonNode> inputs,

            @About("right answers by name; what is not written is computed by the reference, where there is one")
            Map<String, JsonNode> expected) {}
}
