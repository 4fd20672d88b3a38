package assay.compare;

import assay.assignment.Default;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Describe a comparison, as its file does: what is asked, what is trained in which variants, what is measured.
 *
 * @param data name of the data set; {@code synthetic} stands in for it where it is not there
 * @param seeds how many seeds every variant gets, unless told otherwise
 * @param runSeconds measured time of one run, for the list of experiments; 0 when nobody measured it
 * @param settings of all variants
 * @param warmUp settings of a short training of every variant that each worker does first and nobody times; none for no such
 * @param classes names of the classes in order, none where they are 0, 1, 2, ...
 */
public record Experiment(
        String schema,
        String id,
        String title,
        String question,
        String data,
        String synthetic,
        @Default("10") int seeds,
        @Default("0") double runSeconds,
        Map<String, JsonNode> settings,
        @Default("{}") Quick quick,
        Map<String, JsonNode> warmUp,
        List<Metric> metrics,
        List<CurveTitle> curves,
        List<String> classes,
        List<Variant> variants) {
    /** Name the version of this form. */
    public static final String SCHEMA = "assay/experiment/1";

    /** Bound the seeds of a comparison. */
    public static final int MOST_SEEDS = 200;

    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    public Experiment {
        want(SCHEMA.equals(schema), "schema must be " + SCHEMA + ", was '" + schema + "'");
        id("experiment", id);
        want(seeds >= 1 && seeds <= MOST_SEEDS, "seeds must be 1 to " + MOST_SEEDS + ", was " + seeds);
        want(runSeconds >= 0 && runSeconds < 1e7, "run-seconds must be 0 or more, was " + runSeconds);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        warmUp = Collections.unmodifiableMap(new LinkedHashMap<>(warmUp));
        metrics = List.copyOf(metrics);
        curves = List.copyOf(curves);
        classes = List.copyOf(classes);
        variants = List.copyOf(variants);
        Set<String> measured = ids("metric", metrics.stream().map(Metric::id).toList());
        ids("curve", curves.stream().map(CurveTitle::id).toList());
        ids("variant", variants.stream().map(Variant::id).toList());
        want(!variants.isEmpty(), "variants must name at least one variant");
        long primary = metrics.stream().filter(Metric::primary).count();
        want(primary == 1, "exactly one metric must be primary, because one decides; there are " + primary);
        for (Variant variant : variants) {
            for (String published : variant.published().keySet()) {
                want(
                        measured.contains(published),
                        "variant '" + variant.id() + "' has a published '" + published
                                + "', which is no metric; known: " + String.join(", ", measured));
            }
        }
    }

    /**
     * Say what is measured once per run.
     *
     * @param margin the difference that begins to matter, in units of the metric
     * @param because why a smaller one does not
     */
    public record Metric(
            String id,
            String title,
            @Default("") String unit,
            Direction better,
            @Default("false") boolean primary,
            @Default("false") boolean timing,
            Optional<Double> margin,
            @Default("") String because,
            Optional<Double> chance) {
        public Metric {
            want(margin.isEmpty() || margin.get() > 0, "margin must be more than 0, was " + margin.orElse(0.0));
            want(margin.isEmpty() || !because.isBlank(), "a margin needs 'because': why less does not matter");
            want(!(primary && timing), "the primary metric must not be a time");
        }
    }

    /** Say which values of a metric are the good ones. */
    public enum Direction {
        /** More is better. */
        HIGHER,
        /** Less is better. */
        LOWER
    }

    /** Name a curve that every run draws, and its axes. */
    public record CurveTitle(String id, String title, String x, String y) {}

    /** Say what a quick look leaves out: about a minute in all. */
    public record Quick(
            @Default("3") int seeds, @Default("0") double runSeconds, Map<String, JsonNode> settings) {
        public Quick {
            want(seeds >= 1 && seeds <= MOST_SEEDS, "seeds must be 1 to " + MOST_SEEDS + ", was " + seeds);
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }
    }

    /**
     * Describe one variant.
     *
     * @param settings what it does otherwise than the others
     * @param needs data sets, such as weights, without which it is not run and only shown
     * @param published values that were published for it, by metric
     */
    public record Variant(
            String id,
            String title,
            Map<String, JsonNode> settings,
            List<String> needs,
            Map<String, Double> published,
            @Default("") String note) {
        public Variant {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
            needs = List.copyOf(needs);
            published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
        }
    }

    /** Return the metric that decides. */
    public Metric primary() {
        return metrics.stream().filter(Metric::primary).findFirst().orElseThrow();
    }

    /** Estimate how long a comparison takes, in seconds; 0 where nobody measured it. */
    public double seconds(boolean quickly) {
        return variants.size() * (quickly ? quick.seeds * quick.runSeconds : seeds * runSeconds);
    }

    private static Set<String> ids(String what, List<String> ids) {
        Set<String> seen = new LinkedHashSet<>();
        for (String one : ids) {
            id(what, one);
            want(seen.add(one), what + " '" + one + "' stands here a second time");
        }
        return seen;
    }

    private static void id(String what, String id) {
        want(
                ID.matcher(id).matches(),
                what + " '" + id + "' must be lower-case words and numbers joined by - or ., such as mse-vs-kl");
    }

    private static void want(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
