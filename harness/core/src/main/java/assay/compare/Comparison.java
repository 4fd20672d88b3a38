package assay.compare;

import assay.compare.statistics.Interval;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Be everything that was found out in a comparison; the only source of its reports.
 *
 * @param data name of the data set that was used
 * @param synthetic whether it stands in for the real one
 * @param quick whether this was a quick look
 * @param atOnce how many trainings ran side by side; times are only fair with 1
 * @param settings of all variants
 * @param classes names of the classes in order, none where they are 0, 1, 2, ...
 * @param findings sentences that say what was found and what was not, the most important first
 * @param provenance what all runs have in common, and for what differs how
 */
public record Comparison(
        String schema,
        String experiment,
        String title,
        String question,
        String data,
        boolean synthetic,
        boolean quick,
        int seeds,
        int atOnce,
        Map<String, String> settings,
        List<String> classes,
        List<String> findings,
        List<VariantReport> variants,
        List<MetricReport> metrics,
        List<CurveReport> curves,
        List<Run> runs,
        List<Failure> failures,
        Map<String, String> provenance) {
    /** Name the version of this form. */
    public static final String SCHEMA = "assay/comparison/1";

    public Comparison {
        settings = copy(settings);
        classes = List.copyOf(classes);
        findings = List.copyOf(findings);
        variants = List.copyOf(variants);
        metrics = List.copyOf(metrics);
        curves = List.copyOf(curves);
        runs = List.copyOf(runs);
        failures = List.copyOf(failures);
        provenance = copy(provenance);
    }

    /**
     * Show one variant.
     *
     * @param settings what it does otherwise than the others
     * @param notRun why it was not run; empty where it was
     * @param counts such as "parameters"
     * @param matrices mean over the seeds
     * @param images of the first seed
     */
    public record VariantReport(
            String id,
            String title,
            String note,
            Map<String, String> settings,
            Optional<NotRun> notRun,
            int runs,
            int diverged,
            Map<String, Double> counts,
            Map<String, List<List<Double>>> matrices,
            Map<String, List<Picture>> images) {
        public VariantReport {
            settings = copy(settings);
            counts = copy(counts);
            matrices = copy(matrices);
            images = copy(images);
        }
    }

    /**
     * Say why a variant was not run.
     *
     * @param published what was published of it, by metric, so that it can be seen beside what was measured
     */
    public record NotRun(String reason, Map<String, Double> published) {
        public NotRun {
            published = copy(published);
        }
    }

    /**
     * Show one metric.
     *
     * @param decimals how many make sense for people
     * @param ranksDecide whether the signed ranks decide on pairs, else the paired t test
     * @param pairs every variant with every other, for the primary metric and the times; better first
     */
    public record MetricReport(
            String id,
            String title,
            String unit,
            boolean higherIsBetter,
            boolean primary,
            boolean timing,
            Optional<Double> margin,
            String because,
            int decimals,
            List<Measured> measured,
            boolean ranksDecide,
            List<Pair> pairs) {
        public MetricReport {
            measured = List.copyOf(measured);
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * Summarise one metric of one variant over the seeds.
     *
     * @param interval t interval of the mean, 95 %
     * @param bootstrap percentile interval of the mean, 95 %
     * @param prediction where a single run is to be expected, 95 %
     */
    public record Measured(
            String variant,
            int n,
            double mean,
            double deviation,
            double median,
            double minimum,
            double maximum,
            Optional<Interval> interval,
            Optional<Interval> bootstrap,
            Optional<Interval> prediction,
            Optional<Double> published) {}

    /**
     * Compare two variants by one metric.
     *
     * @param ahead the one with the better mean
     * @param advantage how much better it is: a difference of 0 or more, or for times how many times as long the other takes
     * @param interval of the advantage, 95 %
     * @param probability of the paired t test, two-sided
     * @param adjusted of the test that decides, after Holm's correction over all pairs
     * @param signedRank exact two-sided probability of Wilcoxon's test
     * @param equivalence probability of the two one-sided tests against the margin, after Holm's correction
     * @param effect d_z of the differences
     * @param superiority share of seeds in which {@code ahead} is better, ties half
     * @param seedsNeeded for 80 % power to see the margin, at 5 % divided by the number of pairs
     */
    public record Pair(
            String ahead,
            String behind,
            int n,
            double advantage,
            Optional<Interval> interval,
            Optional<Double> probability,
            Optional<Double> adjusted,
            Optional<Double> signedRank,
            Optional<Double> equivalence,
            Optional<Double> effect,
            double superiority,
            Optional<Integer> seedsNeeded,
            Standing standing) {}

    /** Show how a curve goes: for each variant the median over the seeds and a band. */
    public record CurveReport(String id, String title, String xLabel, String yLabel, List<Band> bands) {
        public CurveReport {
            bands = List.copyOf(bands);
        }
    }

    /**
     * Be the curves of one variant.
     *
     * @param low quartile, from five seeds on; else the lowest
     * @param high quartile, from five seeds on; else the highest
     */
    public record Band(String variant, List<Double> x, List<Double> middle, List<Double> low, List<Double> high) {
        public Band {
            x = List.copyOf(x);
            middle = List.copyOf(middle);
            low = List.copyOf(low);
            high = List.copyOf(high);
        }
    }

    /** List one run. */
    public record Run(
            String variant,
            int seed,
            Map<String, Double> metrics,
            boolean diverged,
            double wallSeconds,
            String digest,
            String at) {
        public Run {
            metrics = copy(metrics);
        }
    }

    /** Return the report of the primary metric. */
    public MetricReport primary() {
        return metrics.stream().filter(MetricReport::primary).findFirst().orElseThrow();
    }

    /** Return the title of a variant. */
    public String titleOf(String variant) {
        return variants.stream()
                .filter(one -> one.id().equals(variant))
                .map(VariantReport::title)
                .findFirst()
                .orElse(variant);
    }

    private static <T> Map<String, T> copy(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
