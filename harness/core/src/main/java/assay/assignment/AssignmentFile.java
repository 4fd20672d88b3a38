package assay.assignment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mirror {@code assignment.yaml} key by key; null stands for a key that is not there. */
record AssignmentFile(
        @Nullable String schema,
        @Nullable String id,
        @Nullable Integer version,
        @Nullable String title,
        @Nullable LimitsFile limits,
        @Nullable List<TaskFile> tasks) {
    static final String SCHEMA = "assay/assignment/1";

    /** Mirror one entry of {@code tasks}. */
    record TaskFile(
            @Nullable String id,
            @Nullable String sheet,
            @Nullable String title,
            @Nullable List<Way> ways,
            @Nullable Map<String, FieldFile> inputs,
            @Nullable Map<String, FieldFile> answers,
            @Nullable List<CriterionFile> criteria) {}

    /** Mirror one entry of {@code inputs} or {@code answers}. */
    record FieldFile(@Nullable String type, @Nullable String about) {}

    /** Mirror one entry of {@code criteria}. */
    record CriterionFile(
            @Nullable String id, @Nullable String title, @Nullable Double points, @Nullable List<String> needs) {}

    /** Mirror {@code limits}; what is not there takes the standard. */
    record LimitsFile(
            @Nullable Double startSeconds,
            @Nullable Double requestSeconds,
            @Nullable Double totalSeconds,
            @Nullable Integer heapMib,
            @Nullable Integer memoryMib,
            @Nullable Integer processes,
            @Nullable Integer outputKib) {
        Limits toLimits() {
            Limits standard = Limits.standard();
            return new Limits(
                    startSeconds == null ? standard.startSeconds() : startSeconds,
                    requestSeconds == null ? standard.requestSeconds() : requestSeconds,
                    totalSeconds == null ? standard.totalSeconds() : totalSeconds,
                    heapMib == null ? standard.heapMiB() : heapMib,
                    memoryMib == null ? standard.memoryMiB() : memoryMib,
                    processes == null ? standard.processes() : processes,
                    outputKib == null ? standard.outputKiB() : outputKib);
        }
    }
}
