package assay.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Be what one training gave, as it is kept.
 *
 * @param settings digest of all that decided it but the seed
 * @param metrics finite values by metric
 * @param matrices rows of numbers by name, such as "confusion"
 * @param counts such as "parameters"
 * @param provenance backend, threads, digest of the data, ...
 * @param digest of the trained parameters, "" where the engine gives none
 * @param diverged whether the training ran away
 * @param wallSeconds from the order to the answer, by the clock of the parent
 * @param at when it ended, ISO 8601 in UTC
 */
public record RunResult(
        String schema,
        String experiment,
        String variant,
        int seed,
        String data,
        String settings,
        Map<String, Double> metrics,
        Map<String, Curve> curves,
        Map<String, List<List<Double>>> matrices,
        Map<String, List<Picture>> images,
        Map<String, Double> counts,
        Map<String, String> provenance,
        String digest,
        boolean diverged,
        double wallSeconds,
        String at) {
    /** Name the version of this form. */
    public static final String SCHEMA = "assay/run/1";

    public RunResult {
        metrics = copy(metrics);
        curves = copy(curves);
        matrices = copy(matrices);
        images = copy(images);
        counts = copy(counts);
        provenance = copy(provenance);
    }

    /** Say whether this is the result of {@code job}. */
    boolean answers(Job job) {
        return SCHEMA.equals(schema)
                && job.experiment().equals(experiment)
                && job.variant().equals(variant)
                && seed == job.seed()
                && job.data().equals(data)
                && job.digest().equals(settings);
    }

    private static <T> Map<String, T> copy(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
