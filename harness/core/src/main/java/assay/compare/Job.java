package assay.compare;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Be one training to do: a variant with a seed.
 *
 * @param settings of the experiment, of the quick look and of the variant, the later ones first in rank
 * @param digest SHA-256 of all that decides the result but the seed; two jobs with the same digest and seed are the same
 */
public record Job(
        String experiment, String variant, int seed, Map<String, JsonNode> settings, String data, String digest) {
    public Job {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** Return this job with {@code others} in the place of settings of the same names. */
    Job with(Map<String, JsonNode> others) {
        Map<String, JsonNode> all = new TreeMap<>(settings);
        all.putAll(others);
        return new Job(experiment, variant, seed, all, data, digest);
    }

    /** Name the job for people. */
    public String name() {
        return variant + ", seed " + seed;
    }
}
