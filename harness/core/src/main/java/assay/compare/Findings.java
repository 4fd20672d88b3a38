package assay.compare;

import assay.compare.Comparison.Measured;
import assay.compare.Comparison.MetricReport;
import assay.compare.Comparison.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Say in sentences what a comparison has found, and as plainly what it has not. */
final class Findings {
    private static final int MOST_PAIRS = 3;
    private static final double AT_CHANCE = 2;

    private final MetricReport metric;
    private final Map<String, String> titles;
    private final boolean quick;

    private Findings(MetricReport metric, Map<String, String> titles, boolean quick) {
        this.metric = metric;
        this.titles = titles;
        this.quick = quick;
    }

    /**
     * Return the sentences.
     *
     * @param titles by variant
     * @param quick whether this is a quick look, which finds nothing and is told as such
     * @param synthetic whether the data are drawn, so that published values are beside the point
     * @param chance what guessing gives by the primary metric, where that is known
     */
    static List<String> of(
            List<MetricReport> metrics,
            Map<String, String> titles,
            boolean quick,
            boolean synthetic,
            Optional<Double> chance) {
        MetricReport primary =
                metrics.stream().filter(MetricReport::primary).findFirst().orElseThrow();
        Map<String, String> quoted = new LinkedHashMap<>();
        titles.forEach((id, title) -> quoted.put(id, "“" + title + "”"));
        Findings findings = new Findings(primary, quoted, quick);
        List<String> sentences = new ArrayList<>();
        if (primary.measured().isEmpty()) {
            return List.of("No run gave a result, so nothing was found.");
        }
        sentences.addAll(findings.quality());
        chance.flatMap(findings::atChance).ifPresent(sentences::add);
        if (!quick && !synthetic) {
            findings.published().ifPresent(sentences::add);
        }
        for (MetricReport other : metrics) {
            if (other.timing()) {
                new Findings(other, quoted, quick).slowest().ifPresent(sentences::add);
            }
        }
        return sentences;
    }

    private List<String> quality() {
        if (metric.measured().size() == 1) {
            return List.of(with(metric.measured().get(0)) + ".");
        }
        if (quick) {
            return List.of("A quick look, and no finding: on average "
                    + join(metric.measured().stream()
                            .map(one -> titles.get(one.variant()) + " came to " + shown(one.mean()) + unit())
                            .toList())
                    + " (" + metric.title().toLowerCase(Locale.ROOT) + ").");
        }
        return metric.pairs().size() <= MOST_PAIRS
                ? metric.pairs().stream().map(this::pair).toList()
                : fromTheBest();
    }

    /** Say which variants did not get beyond guessing in some seed: their means mix what trained with what did not. */
    private Optional<String> atChance(double chance) {
        List<String> stuck = metric.measured().stream()
                .filter(one ->
                        Math.abs((metric.higherIsBetter() ? one.minimum() : one.maximum()) - chance) <= AT_CHANCE)
                .map(one -> titles.get(one.variant()) + " (" + shown(one.minimum()) + " to " + shown(one.maximum())
                        + unit() + ")")
                .toList();
        return stuck.isEmpty()
                ? Optional.empty()
                : Optional.of("In at least one seed " + join(stuck) + " did not get beyond guessing, which gives about "
                        + shown(chance) + unit() + ": there the mean tells first of all how often training failed.");
    }

    private String pair(Pair pair) {
        String ahead = titles.get(pair.ahead());
        String behind = titles.get(pair.behind());
        String by = by(pair) + " of " + metric.title().toLowerCase(Locale.ROOT);
        return switch (pair.standing()) {
            case CLEARLY_BETTER ->
                ahead + " is better than " + behind + " by " + by + " on average, and by more than the " + margin()
                        + " that matter" + chance(pair) + ".";
            case BETTER ->
                ahead + " is better than " + behind + " by " + by + " on average"
                        + metric.margin()
                                .map(any -> "; whether by the " + margin() + " that matter is open")
                                .orElse("")
                        + chance(pair) + ".";
            case EQUIVALENT ->
                ahead + " and " + behind + " are as good as equal: they differ by " + by + ", less than the " + margin()
                        + " that matter.";
            case IDENTICAL ->
                ahead + " and " + behind + " gave the same value in every seed. "
                        + "Unless that is expected, suspect that both train the same model.";
            case INCONCLUSIVE ->
                "Inconclusive: " + ahead + " is " + by + " ahead of " + behind
                        + ", which " + pair.n() + (pair.n() == 1 ? " seed does" : " seeds do")
                        + " not tell from nothing"
                        + needed(pair) + ".";
        };
    }

    private List<String> fromTheBest() {
        Measured best = metric.measured().stream()
                .max(Comparator.comparingDouble(one -> metric.higherIsBetter() ? one.mean() : -one.mean()))
                .orElseThrow();
        List<String> sentences = new ArrayList<>();
        sentences.add("Best on average: " + with(best) + ".");
        List<Pair> ahead = metric.pairs().stream()
                .filter(pair ->
                        pair.ahead().equals(best.variant()) || pair.behind().equals(best.variant()))
                .toList();
        String name = titles.getOrDefault(best.variant(), best.variant());
        list(ahead, name, Standing.CLEARLY_BETTER, " is better by more than the " + margin() + " that matter than ")
                .ifPresent(sentences::add);
        list(ahead, name, Standing.BETTER, " is better, by how much is open, than ")
                .ifPresent(sentences::add);
        list(ahead, name, Standing.EQUIVALENT, " is as good as equal to ").ifPresent(sentences::add);
        list(ahead, name, Standing.IDENTICAL, " gave the same value in every seed as ")
                .ifPresent(sentences::add);
        list(ahead, name, Standing.INCONCLUSIVE, " was not told apart from ").ifPresent(sentences::add);
        return sentences;
    }

    private Optional<String> list(List<Pair> pairs, String best, Standing standing, String verb) {
        List<String> others = pairs.stream()
                .filter(pair -> pair.standing() == standing)
                .map(pair -> titles.getOrDefault(pair.ahead(), "").equals(best) ? pair.behind() : pair.ahead())
                .map(titles::get)
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(best + verb + join(others) + ".");
    }

    private Optional<String> published() {
        List<Measured> with = metric.measured().stream()
                .filter(one -> one.published().isPresent() && one.prediction().isPresent())
                .toList();
        if (with.isEmpty()) {
            return Optional.empty();
        }
        List<String> off = with.stream()
                .filter(one ->
                        !one.prediction().orElseThrow().holds(one.published().orElseThrow()))
                .map(one -> titles.get(one.variant()) + " (published "
                        + shown(one.published().orElseThrow()) + ", measured " + shown(one.mean()) + unit() + ")")
                .toList();
        return Optional.of(
                off.isEmpty()
                        ? (with.size() == 1 ? "The published value lies" : "All published values lie")
                                + " where a single run is to be expected."
                        : "Published values that a single run is not expected to give: " + join(off) + ".");
    }

    private Optional<String> slowest() {
        return metric.pairs().stream()
                .filter(pair -> pair.standing() == Standing.BETTER)
                .max(Comparator.comparingDouble(Pair::advantage))
                .map(pair -> metric.title() + ": " + titles.get(pair.behind()) + " takes "
                        + Figures.significant(pair.advantage(), 3) + " times as long as " + titles.get(pair.ahead())
                        + " "
                        + Figures.interval(pair.interval(), 2) + ".");
    }

    private String by(Pair pair) {
        String interval = Figures.interval(pair.interval(), metric.decimals());
        return Figures.number(pair.advantage(), metric.decimals())
                + points()
                + (interval.isEmpty() ? "" : " " + interval);
    }

    private String margin() {
        return metric.margin()
                .map(margin -> Figures.significant(margin, 2) + points())
                .orElse("margin");
    }

    /** A difference of percentages is in points, not per cent. */
    private String points() {
        return metric.unit().equals("%") ? " points" : unit();
    }

    private String chance(Pair pair) {
        return pair.adjusted()
                .map(p -> " (ahead in " + Math.round(100 * pair.superiority()) + " % of " + pair.n()
                        + " paired seeds, p " + (p < 0.001 ? "" : "= ") + Figures.probability(p) + ")")
                .orElse("");
    }

    private String needed(Pair pair) {
        return pair.seedsNeeded()
                .map(n -> n > pair.n()
                        ? "; " + Figures.seeds(n) + " seeds would be needed to show " + margin() + " with 80 % power"
                        : "; the seeds would have sufficed to show " + margin() + " with 80 % power")
                .orElse("");
    }

    private String with(Measured one) {
        String interval = Figures.interval(one.interval(), metric.decimals());
        return titles.get(one.variant()) + ", " + metric.title().toLowerCase(Locale.ROOT) + " " + shown(one.mean())
                + unit() + (interval.isEmpty() ? "" : " " + interval);
    }

    private String shown(double value) {
        return Figures.number(value, metric.decimals());
    }

    private String unit() {
        return Figures.unit(metric.unit());
    }

    private static String join(List<String> names) {
        return names.size() == 1
                ? names.get(0)
                : names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " and "
                        + names.get(names.size() - 1);
    }
}
