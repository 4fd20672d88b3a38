package assay.assignment;

import java.util.List;
import java.util.Map;

/** Mirror {@code assignment.yaml} key by key. */
record AssignmentFile(
        String schema,
        String id,
        int version,
        String title,
        @Default("{}") LimitsFile limits,
        List<TaskFile> tasks) {
    static final String SCHEMA = "assay/assignment/1";

    /** Mirror one entry of {@code tasks}. */
    record TaskFile(
            String id,
            @Default("") String sheet,
            String title,
            List<Way> ways,
            Map<String, FieldFile> inputs,
            Map<String, FieldFile> answers,
            List<CriterionFile> criteria) {}

    /** Mirror one entry of {@code inputs} or {@code answers}. */
    record FieldFile(String type, @Default("") String about) {}

    /** Mirror one entry of {@code criteria}. */
    record CriterionFile(String id, String title, double points, List<String> needs) {}

    /** Mirror {@code limits}; what is not there takes {@link Limits#standard()}. */
    record LimitsFile(
            @Default("20") double startSeconds,
            @Default("5") double requestSeconds,
            @Default("120") double totalSeconds,
            @Default("256") int heapMib,
            @Default("768") int memoryMib,
            @Default("96") int processes,
            @Default("64") int outputKib) {
        Limits toLimits() {
            return new Limits(startSeconds, requestSeconds, totalSeconds, heapMib, memoryMib, processes, outputKib);
        }
    }
}
