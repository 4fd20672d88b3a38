package assay.compare;

import assay.assignment.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Lay out which jobs run in which order.
 *
 * @param data name of the data set that is used
 * @param synthetic whether it stands in for the real one
 * @param jobs seed by seed, so that a drift of the machine meets all variants; within a seed each time another one begins
 * @param notRun why variants are left out, by variant
 */
public record Plan(
        Experiment experiment,
        boolean quick,
        int seeds,
        String data,
        boolean synthetic,
        List<Job> jobs,
        Map<String, String> notRun) {
    public Plan {
        jobs = List.copyOf(jobs);
        notRun = Map.copyOf(notRun);
    }

    /** Leave out the variants that are keys of {@code reasons}. */
    public Plan without(Map<String, String> reasons) {
        List<Job> rest =
                jobs.stream().filter(job -> !reasons.containsKey(job.variant())).toList();
        return new Plan(experiment, quick, seeds, data, synthetic, rest, reasons);
    }

    /**
     * Lay out {@code experiment} for the seeds 1 to {@code seeds}, the same for all variants.
     *
     * @param conditions digests of what else decides the results: the program that trains and the contents of the data
     */
    public static Plan of(Experiment experiment, boolean quick, int seeds, boolean synthetic, List<String> conditions) {
        String data = synthetic ? experiment.synthetic() : experiment.data();
        List<Job> jobs = new ArrayList<>();
        int count = experiment.variants().size();
        for (int seed = 1; seed <= seeds; seed++) {
            for (int place = 0; place < count; place++) {
                Experiment.Variant variant = experiment.variants().get((place + seed - 1) % count);
                Map<String, JsonNode> settings = settings(experiment, quick, variant);
                String digest = digest(experiment, variant.id(), settings, data, conditions);
                jobs.add(new Job(experiment.id(), variant.id(), seed, settings, data, digest));
            }
        }
        return new Plan(experiment, quick, seeds, data, synthetic, jobs, Map.of());
    }

    private static Map<String, JsonNode> settings(Experiment experiment, boolean quick, Experiment.Variant variant) {
        Map<String, JsonNode> settings = new TreeMap<>(experiment.settings());
        if (quick) {
            settings.putAll(experiment.quick().settings());
        }
        settings.putAll(variant.settings());
        return settings;
    }

    private static String digest(
            Experiment experiment,
            String variant,
            Map<String, JsonNode> settings,
            String data,
            List<String> conditions) {
        Digest digest = new Digest();
        add(digest, "experiment", experiment.id());
        add(digest, "variant", variant);
        add(digest, "data", data);
        conditions.forEach(condition -> add(digest, "condition", condition));
        new TreeMap<>(settings).forEach((key, value) -> add(digest, "settings." + key, value.toString()));
        // Times of runs that were not warmed up alike are no times to compare.
        new TreeMap<>(experiment.warmUp()).forEach((key, value) -> add(digest, "warm-up." + key, value.toString()));
        return digest.hex();
    }

    private static void add(Digest digest, String name, String content) {
        digest.add(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
