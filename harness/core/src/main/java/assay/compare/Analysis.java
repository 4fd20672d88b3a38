package assay.compare;

import assay.compare.Comparison.CurveReport;
import assay.compare.Comparison.Measured;
import assay.compare.Comparison.MetricReport;
import assay.compare.Comparison.Pair;
import assay.compare.Comparison.Run;
import assay.compare.Comparison.VariantReport;
import assay.compare.statistics.Bootstrap;
import assay.compare.statistics.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Make the comparison out of the runs: pure, so the same runs give the same comparison. */
public final class Analysis {
    private final Plan plan;
    private final List<RunResult> results;

    private Analysis(Plan plan, List<RunResult> results) {
        this.plan = plan;
        this.results = results;
    }

    /**
     * Analyse what {@code outcome} holds.
     *
     * @param facts what the parent knows of the circumstances; what the runs report comes on top
     */
    public static Comparison of(Plan plan, ComparisonRun.Outcome outcome, int atOnce, Map<String, String> facts) {
        Analysis analysis = new Analysis(plan, outcome.results());
        Experiment experiment = plan.experiment();
        List<MetricReport> metrics =
                experiment.metrics().stream().map(analysis::metric).toList();
        Map<String, String> titles = new LinkedHashMap<>();
        experiment.variants().forEach(variant -> titles.put(variant.id(), variant.title()));
        return new Comparison(
                Comparison.SCHEMA,
                experiment.id(),
                experiment.title(),
                experiment.question(),
                plan.data(),
                plan.synthetic(),
                plan.quick(),
                plan.seeds(),
                atOnce,
                analysis.commonSettings(),
                experiment.classes(),
                Findings.of(
                        metrics,
                        titles,
                        plan.quick(),
                        plan.synthetic(),
                        experiment.metrics().stream()
                                .filter(Experiment.Metric::primary)
                                .findFirst()
                                .flatMap(Experiment.Metric::chance)),
                experiment.variants().stream().map(analysis::variant).toList(),
                metrics,
                experiment.curves().stream().map(analysis::curve).toList(),
                outcome.results().stream().map(Analysis::run).toList(),
                outcome.failures(),
                analysis.provenance(facts));
    }

    private MetricReport metric(Experiment.Metric metric) {
        Map<String, Map<Integer, Double>> values = new LinkedHashMap<>();
        for (RunResult result : results) {
            Double value = result.metrics().get(metric.id());
            if (value != null) {
                values.computeIfAbsent(result.variant(), any -> new TreeMap<>()).put(result.seed(), value);
            }
        }
        List<Measured> measured = new ArrayList<>();
        for (Experiment.Variant variant : plan.experiment().variants()) {
            Map<Integer, Double> bySeed = values.getOrDefault(variant.id(), Map.of());
            if (!bySeed.isEmpty()) {
                Sample sample = new Sample(List.copyOf(bySeed.values()));
                measured.add(measured(variant, sample, metric.id()));
            }
        }
        boolean compared = metric.primary() || metric.timing();
        List<Pair> pairs = compared ? new PairJudge(metric, values, measured).judge() : List.of();
        return new MetricReport(
                metric.id(),
                metric.title(),
                metric.unit(),
                metric.better() == Experiment.Direction.HIGHER,
                metric.primary(),
                metric.timing(),
                metric.margin(),
                metric.because(),
                decimals(measured),
                measured,
                PairJudge.ranksDecide(pairs.stream().mapToInt(Pair::n).min().orElse(0), pairs.size(), metric.timing()),
                pairs);
    }

    private static Measured measured(Experiment.Variant variant, Sample sample, String metric) {
        return new Measured(
                variant.id(),
                sample.size(),
                sample.mean(),
                sample.deviation(),
                sample.median(),
                sample.minimum(),
                sample.maximum(),
                sample.interval(),
                sample.size() < 2 ? Optional.empty() : Optional.of(Bootstrap.ofMean(sample)),
                sample.prediction(),
                Optional.ofNullable(variant.published().get(metric)));
    }

    private static int decimals(List<Measured> measured) {
        double spread = measured.stream()
                .mapToDouble(Measured::deviation)
                .filter(deviation -> deviation > 0)
                .min()
                .orElse(0);
        double size =
                measured.stream().mapToDouble(one -> Math.abs(one.mean())).max().orElse(0);
        return Figures.decimals(Math.max(spread, size * 1e-4), size);
    }

    private VariantReport variant(Experiment.Variant variant) {
        List<RunResult> own = results.stream()
                .filter(result -> result.variant().equals(variant.id()))
                .toList();
        Map<String, Double> counts = own.isEmpty() ? Map.of() : own.get(0).counts();
        Map<String, List<Picture>> images =
                own.isEmpty() ? Map.of() : own.get(0).images();
        return new VariantReport(
                variant.id(),
                variant.title(),
                variant.note(),
                texts(variant.settings()),
                Optional.ofNullable(plan.notRun().get(variant.id()))
                        .map(reason -> new Comparison.NotRun(reason, variant.published())),
                own.size(),
                (int) own.stream().filter(RunResult::diverged).count(),
                counts,
                Matrices.mean(own),
                images);
    }

    private CurveReport curve(Experiment.CurveTitle title) {
        List<Comparison.Band> bands = new ArrayList<>();
        for (Experiment.Variant variant : plan.experiment().variants()) {
            List<Curve> curves = results.stream()
                    .filter(result -> result.variant().equals(variant.id()))
                    .map(result -> Optional.ofNullable(result.curves().get(title.id())))
                    .flatMap(Optional::stream)
                    .toList();
            Comparison.Band band = CurveBands.of(variant.id(), curves);
            if (!band.x().isEmpty()) {
                bands.add(band);
            }
        }
        return new CurveReport(title.id(), title.title(), title.x(), title.y(), bands);
    }

    private static Run run(RunResult result) {
        return new Run(
                result.variant(),
                result.seed(),
                result.metrics(),
                result.diverged(),
                result.wallSeconds(),
                result.digest(),
                result.at());
    }

    private Map<String, String> commonSettings() {
        Map<String, JsonNode> common = new TreeMap<>(plan.experiment().settings());
        if (plan.quick()) {
            common.putAll(plan.experiment().quick().settings());
        }
        return texts(common);
    }

    private Map<String, String> provenance(Map<String, String> facts) {
        Map<String, Set<String>> seen = new TreeMap<>();
        String warmUp = texts(plan.experiment().warmUp()).entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
        seen.put("times.warm-up", Set.of(warmUp.isEmpty() ? "none" : warmUp));
        facts.forEach((key, value) ->
                seen.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(value));
        for (RunResult result : results) {
            result.provenance()
                    .forEach((key, value) -> seen.computeIfAbsent(key, any -> new LinkedHashSet<>())
                            .add(value));
        }
        Map<String, String> joined = new TreeMap<>();
        seen.forEach((key, values) ->
                joined.put(key, (values.size() > 1 ? "differs between runs: " : "") + String.join("; ", values)));
        return joined;
    }

    private static Map<String, String> texts(Map<String, JsonNode> settings) {
        Map<String, String> texts = new TreeMap<>();
        settings.forEach((key, value) -> texts.put(key, value.isString() ? value.stringValue() : value.toString()));
        return texts;
    }
}
