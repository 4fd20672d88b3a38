package assay.report;

import assay.compare.Comparison;
import assay.compare.Comparison.Measured;
import assay.compare.Comparison.MetricReport;
import assay.compare.Comparison.Pair;
import assay.compare.Comparison.VariantReport;
import assay.compare.Figures;
import assay.compare.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Be what the page and the Markdown of a comparison show, every figure already written for people.
 *
 * @param open whether a pair is inconclusive by the metric that decides
 * @param warnings what a reader must know before believing anything
 * @param command what makes the comparison again
 */
public record ComparisonView(
        String title,
        String question,
        String summary,
        boolean open,
        List<String> findings,
        List<String> warnings,
        List<Failed> failures,
        List<MetricView> metrics,
        List<VariantView> variants,
        Table counts,
        Table runs,
        List<Fact> facts,
        List<Fact> provenance,
        List<String> method,
        String command) {

    /** Be a table of texts; the first column names the rows, {@code standings} may end them. */
    public record Table(String caption, List<String> head, List<List<String>> rows, List<StandingWord> standings) {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
            standings = List.copyOf(standings);
        }
    }

    /** Show one metric; {@code remark} says what matters and why. */
    public record MetricView(String id, String title, String remark, Table table, Table pairs) {}

    /** Show one variant. */
    public record VariantView(String title, String note, String settings, int diverged) {}

    /** Tell of a run without a result. */
    public record Failed(String what, String reason) {}

    /** Be a fact with a name. */
    public record Fact(String name, String value) {}

    static ComparisonView of(Comparison comparison) {
        return new ComparisonView(
                comparison.title(),
                comparison.question().strip(),
                summary(comparison),
                isOpen(comparison),
                comparison.findings(),
                warnings(comparison),
                comparison.failures().stream()
                        .map(one -> new Failed(
                                comparison.titleOf(one.variant()) + ", seed " + one.seed(),
                                VisibleText.capped(one.reason(), EvidenceView.MOST_TEXT)))
                        .toList(),
                comparison.metrics().stream()
                        .filter(metric -> !metric.measured().isEmpty())
                        .map(metric -> metric(comparison, metric))
                        .toList(),
                comparison.variants().stream().map(ComparisonView::variant).toList(),
                counts(comparison),
                runs(comparison),
                facts(comparison),
                comparison.provenance().entrySet().stream()
                        .map(entry -> new Fact(entry.getKey(), entry.getValue()))
                        .toList(),
                ComparisonMethod.sentences(comparison),
                command(comparison));
    }

    private static boolean isOpen(Comparison comparison) {
        List<Pair> pairs = comparison.primary().pairs();
        return pairs.stream().anyMatch(pair -> pair.standing() == Standing.INCONCLUSIVE);
    }

    private static String summary(Comparison comparison) {
        long notRun = comparison.variants().stream()
                .filter(variant -> variant.notRun().isPresent())
                .count();
        return People.count(comparison.variants().size(), "variant")
                + (notRun == 0 ? "" : ", " + notRun + " of them not run") + ", "
                + People.count(comparison.seeds(), "seed") + " each, "
                + comparison.runs().size() + " of "
                + People.count(comparison.runs().size() + comparison.failures().size(), "run") + " with a result, data "
                + comparison.data();
    }

    private static List<String> warnings(Comparison comparison) {
        List<String> warnings = new ArrayList<>();
        if (comparison.quick()) {
            warnings.add(
                    "This was a quick look: few seeds and little data. It shows that things work and is no evidence.");
        }
        if (comparison.synthetic()) {
            warnings.add("The data are drawn by a generator (" + comparison.data()
                    + "), not real: published values, which are of real data, are beside the point here.");
        }
        if (comparison.atOnce() > 1) {
            warnings.add(comparison.atOnce() + " trainings ran side by side, so the times are not fair.");
        }
        int diverged =
                comparison.variants().stream().mapToInt(VariantReport::diverged).sum();
        if (diverged > 0) {
            warnings.add(
                    People.count(diverged, "training") + " ran away (values that are not finite). What such a run did "
                            + "measure counts; what it did not is missing from the pairs.");
        }
        return warnings;
    }

    private static MetricView metric(Comparison comparison, MetricReport metric) {
        String remark = metric.margin()
                .map(margin -> "A difference of less than " + People.exact(margin)
                        + (metric.unit().equals("%") ? " points" : Figures.unit(metric.unit())) + " does not matter: "
                        + metric.because().strip())
                .orElse("");
        return new MetricView(
                metric.id(),
                metric.title(),
                remark,
                metric.timing() ? times(comparison, metric) : qualities(comparison, metric),
                metric.timing() ? timePairs(comparison, metric) : qualityPairs(comparison, metric));
    }

    private static Table qualities(Comparison comparison, MetricReport metric) {
        List<List<String>> rows = new ArrayList<>();
        for (Measured one : metric.measured()) {
            rows.add(List.of(
                    comparison.titleOf(one.variant()),
                    published(one, metric),
                    figure(one.mean(), metric) + Figures.unit(metric.unit()),
                    Figures.interval(one.interval(), metric.decimals()),
                    one.n() < 2 ? "" : figure(one.deviation(), metric),
                    one.n() < 2 ? "" : figure(one.minimum(), metric) + " to " + figure(one.maximum(), metric),
                    String.valueOf(one.n()),
                    one.published()
                            .map(value -> Figures.signed(one.mean() - value, metric.decimals())
                                    + one.prediction()
                                            .map(ends ->
                                                    ends.holds(value) || !alike(comparison) ? "" : " (not expected)")
                                            .orElse(""))
                            .orElse("")));
        }
        for (VariantReport variant : comparison.variants()) {
            variant.notRun()
                    .flatMap(notRun -> Optional.ofNullable(notRun.published().get(metric.id())))
                    .ifPresent(value -> rows.add(
                            List.of(variant.title(), published(value, metric), "not run", "", "", "", "0", "")));
        }
        List<String> head = List.of(
                "Variant",
                "Published",
                "Measured, mean",
                "95 % interval",
                "Spread (sd)",
                "Range",
                "Seeds",
                "Measured − published");
        return new Table(metric.title() + ": variant by variant", head, rows, List.of());
    }

    private static boolean alike(Comparison comparison) {
        return !comparison.quick() && !comparison.synthetic();
    }

    private static Table times(Comparison comparison, MetricReport metric) {
        List<List<String>> rows = new ArrayList<>();
        for (Measured one : metric.measured()) {
            rows.add(List.of(
                    comparison.titleOf(one.variant()),
                    published(one, metric),
                    figure(one.median(), metric) + Figures.unit(metric.unit()),
                    figure(one.minimum(), metric) + " to " + figure(one.maximum(), metric),
                    String.valueOf(one.n())));
        }
        return new Table(
                metric.title() + ": variant by variant",
                List.of("Variant", "Published", "Measured, median", "Range", "Seeds"),
                rows,
                List.of());
    }

    private static Table qualityPairs(Comparison comparison, MetricReport metric) {
        List<List<String>> rows = new ArrayList<>();
        for (Pair pair : metric.pairs()) {
            rows.add(List.of(
                    comparison.titleOf(pair.ahead()),
                    comparison.titleOf(pair.behind()),
                    figure(pair.advantage(), metric),
                    Figures.interval(pair.interval(), metric.decimals()),
                    probability(pair.adjusted()),
                    probability(pair.probability()),
                    probability(pair.signedRank()),
                    pair.effect().map(effect -> Figures.number(effect, 2)).orElse(""),
                    Math.round(100 * pair.superiority()) + " %",
                    pair.seedsNeeded()
                            .map(n -> Figures.seeds(n).replace("about ", "").replace("more than", ">"))
                            .orElse("")));
        }
        List<String> head = List.of(
                "Ahead",
                "Behind",
                "By",
                "95 % interval",
                "p",
                "p, t test",
                "p, signed ranks",
                "Effect d",
                "Ahead in",
                "Seeds for margin");
        return new Table(metric.title() + ": pair by pair", head, rows, words(metric));
    }

    private static Table timePairs(Comparison comparison, MetricReport metric) {
        List<List<String>> rows = new ArrayList<>();
        for (Pair pair : metric.pairs()) {
            rows.add(List.of(
                    comparison.titleOf(pair.ahead()),
                    comparison.titleOf(pair.behind()),
                    Figures.number(pair.advantage(), 2),
                    Figures.interval(pair.interval(), 2),
                    probability(pair.adjusted()),
                    Math.round(100 * pair.superiority()) + " %"));
        }
        List<String> head = List.of("Faster", "Slower", "Times as long", "95 % interval", "p", "Faster in");
        return new Table(metric.title() + ": pair by pair", head, rows, words(metric));
    }

    private static List<StandingWord> words(MetricReport metric) {
        return metric.pairs().stream()
                .map(pair -> metric.timing() && pair.standing() == Standing.BETTER
                        ? new StandingWord("passed", "faster")
                        : StandingWord.of(pair.standing()))
                .toList();
    }

    private static VariantView variant(VariantReport variant) {
        String note = variant.notRun()
                .map(notRun -> "Not run: " + notRun.reason() + ". " + variant.note())
                .orElse(variant.note());
        return new VariantView(variant.title(), note.strip(), settings(variant.settings()), variant.diverged());
    }

    private static Table counts(Comparison comparison) {
        List<String> names = comparison.variants().stream()
                .flatMap(variant -> variant.counts().keySet().stream())
                .distinct()
                .toList();
        List<String> head = new ArrayList<>(List.of("Variant"));
        names.forEach(name -> head.add(name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1)));
        List<List<String>> rows = new ArrayList<>();
        for (VariantReport variant : comparison.variants()) {
            if (variant.notRun().isPresent()) {
                continue;
            }
            List<String> row = new ArrayList<>(List.of(variant.title()));
            names.forEach(name -> row.add(Optional.ofNullable(variant.counts().get(name))
                    .map(People::exact)
                    .orElse("")));
            rows.add(row);
        }
        return new Table("Sizes", head, names.isEmpty() ? List.of() : rows, List.of());
    }

    private static Table runs(Comparison comparison) {
        List<String> head = new ArrayList<>(List.of("Variant", "Seed"));
        comparison.metrics().forEach(metric -> head.add(metric.title()));
        head.add("Parameters, SHA-256");
        List<List<String>> rows = new ArrayList<>();
        for (Comparison.Run run : comparison.runs()) {
            List<String> row = new ArrayList<>(List.of(comparison.titleOf(run.variant()), String.valueOf(run.seed())));
            comparison
                    .metrics()
                    .forEach(metric -> row.add(Optional.ofNullable(run.metrics().get(metric.id()))
                            .map(value -> People.number(value, 6))
                            .orElse("missing")));
            row.add(run.digest().substring(0, Math.min(12, run.digest().length()))
                    + (run.diverged() ? ", diverged" : ""));
            rows.add(row);
        }
        return new Table("Every run", head, rows, List.of());
    }

    private static List<Fact> facts(Comparison comparison) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Data", comparison.data() + (comparison.synthetic() ? ", drawn by a generator" : "")));
        facts.add(new Fact("Settings of all variants", settings(comparison.settings())));
        facts.add(new Fact("Seeds", "1 to " + comparison.seeds() + ", the same for all variants"));
        return facts;
    }

    private static String settings(Map<String, String> settings) {
        List<String> texts = new ArrayList<>();
        settings.forEach((key, value) -> texts.add(key + " " + value));
        return String.join(", ", texts);
    }

    private static String command(Comparison comparison) {
        return "./assay compare " + comparison.experiment() + (comparison.quick() ? " --quick" : "") + " --seeds "
                + comparison.seeds() + " --data " + (comparison.synthetic() ? "synthetic" : comparison.data());
    }

    private static String published(Measured one, MetricReport metric) {
        return one.published().map(value -> published(value, metric)).orElse("");
    }

    private static String published(double value, MetricReport metric) {
        return People.exact(value) + Figures.unit(metric.unit());
    }

    private static String figure(double value, MetricReport metric) {
        return Figures.number(value, metric.decimals());
    }

    private static String probability(Optional<Double> probability) {
        return probability.map(Figures::probability).orElse("");
    }
}
