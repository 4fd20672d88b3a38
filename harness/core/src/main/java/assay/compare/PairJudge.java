package assay.compare;

import assay.compare.Comparison.Measured;
import assay.compare.Comparison.Pair;
import assay.compare.statistics.Holm;
import assay.compare.statistics.Interval;
import assay.compare.statistics.PairedDifference;
import assay.compare.statistics.Power;
import assay.compare.statistics.SignedRank;
import assay.compare.statistics.TimeRatio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Compare every variant with every other by one metric, over the seeds that both have. */
final class PairJudge {
    private static final double ALPHA = 0.05;

    private final Experiment.Metric metric;
    private final Map<String, Map<Integer, Double>> values;
    private final Map<String, Double> means;

    /** Take for each variant its value by seed, and its summary. */
    PairJudge(Experiment.Metric metric, Map<String, Map<Integer, Double>> values, List<Measured> measured) {
        this.metric = metric;
        this.values = values;
        this.means = new LinkedHashMap<>();
        measured.forEach(one -> means.put(one.variant(), one.mean()));
    }

    /** Hold what is known of a pair before the correction; {@code beyond}: that the margin is not exceeded. */
    private record Draft(
            String ahead,
            String behind,
            int n,
            double advantage,
            Optional<Interval> interval,
            Optional<Double> probability,
            Optional<Double> signedRank,
            Optional<Double> equivalence,
            Optional<Double> beyond,
            Optional<Double> beyondRank,
            Optional<Double> effect,
            double superiority,
            boolean identical,
            double deviation) {}

    /**
     * Say whether signed ranks decide, which do not care how far a failed run is off: where the seeds are enough for them
     * to reach the level at all. It depends on the number of seeds and pairs alone, not on what was measured.
     */
    static boolean ranksDecide(int seeds, int pairs, boolean timing) {
        return !timing && SignedRank.smallest(seeds) * pairs <= ALPHA;
    }

    /** Return all pairs, in the order of the variants. */
    List<Pair> judge() {
        List<String> variants = List.copyOf(means.keySet());
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            for (int j = i + 1; j < variants.size(); j++) {
                draft(variants.get(i), variants.get(j)).ifPresent(drafts::add);
            }
        }
        int fewest = drafts.stream().mapToInt(Draft::n).min().orElse(0);
        boolean ranks = ranksDecide(fewest, drafts.size(), metric.timing());
        List<Optional<Double>> adjusted = adjust(drafts, ranks ? Draft::signedRank : Draft::probability);
        List<Optional<Double>> equivalence = adjust(drafts, Draft::equivalence);
        List<Optional<Double>> beyond = adjust(drafts, ranks ? Draft::beyondRank : Draft::beyond);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            Standing standing = standing(draft, adjusted.get(i), equivalence.get(i), beyond.get(i));
            pairs.add(new Pair(
                    draft.ahead(),
                    draft.behind(),
                    draft.n(),
                    draft.advantage(),
                    draft.interval(),
                    draft.probability(),
                    adjusted.get(i),
                    draft.signedRank(),
                    equivalence.get(i),
                    draft.effect(),
                    draft.superiority(),
                    seedsNeeded(draft, drafts.size()),
                    standing));
        }
        return pairs;
    }

    private Optional<Draft> draft(String one, String other) {
        List<Double> ones = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        new TreeMap<>(values.getOrDefault(one, Map.of())).forEach((seed, value) -> {
            Double second = values.getOrDefault(other, Map.of()).get(seed);
            if (second != null && (!metric.timing() || (value > 0 && second > 0))) {
                ones.add(value);
                others.add(second);
            }
        });
        if (ones.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(metric.timing() ? times(one, other, ones, others) : qualities(one, other, ones, others));
    }

    private Draft qualities(String one, String other, List<Double> ones, List<Double> others) {
        double sign = metric.better() == Experiment.Direction.HIGHER ? 1 : -1;
        boolean first = sign * PairedDifference.of(ones, others).differences().mean() >= 0;
        boolean asGiven = first == sign > 0;
        PairedDifference difference = asGiven ? PairedDifference.of(ones, others) : PairedDifference.of(others, ones);
        return new Draft(
                first ? one : other,
                first ? other : one,
                ones.size(),
                difference.differences().mean(),
                difference.differences().interval(),
                difference.probability(),
                ones.size() < 2 ? Optional.empty() : Optional.of(SignedRank.probability(difference.differences())),
                metric.margin().flatMap(difference::probabilityOfMattering),
                metric.margin().flatMap(difference::probabilityAtMost),
                metric.margin().map(margin -> SignedRank.probabilityAtMost(difference.differences(), margin)),
                difference.effect(),
                difference.superiority(),
                difference.identical(),
                difference.differences().deviation());
    }

    private Draft times(String one, String other, List<Double> ones, List<Double> others) {
        boolean first = TimeRatio.of(others, ones).ratio() >= 1;
        List<Double> fast = first ? ones : others;
        List<Double> slow = first ? others : ones;
        TimeRatio ratio = TimeRatio.of(slow, fast);
        PairedDifference difference = PairedDifference.of(slow, fast);
        return new Draft(
                first ? one : other,
                first ? other : one,
                ones.size(),
                ratio.ratio(),
                ratio.interval(),
                ratio.probability(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                difference.superiority(),
                difference.identical(),
                0);
    }

    private Standing standing(
            Draft draft, Optional<Double> adjusted, Optional<Double> equivalence, Optional<Double> beyond) {
        if (draft.n() < 2) {
            return Standing.INCONCLUSIVE;
        } else if (draft.identical()) {
            return Standing.IDENTICAL;
        } else if (is(beyond, ALPHA / 2) && is(adjusted, ALPHA)) {
            return Standing.CLEARLY_BETTER;
        } else if (is(equivalence, ALPHA)) {
            return Standing.EQUIVALENT;
        }
        return is(adjusted, ALPHA) ? Standing.BETTER : Standing.INCONCLUSIVE;
    }

    private Optional<Integer> seedsNeeded(Draft draft, int pairs) {
        if (draft.n() < 2 || metric.timing() || !(draft.deviation() > 0)) {
            return Optional.empty();
        }
        return metric.margin().map(margin -> Power.pairsFor(margin / draft.deviation(), ALPHA / pairs));
    }

    private static boolean is(Optional<Double> probability, double level) {
        return probability.isPresent() && probability.get() <= level;
    }

    private static List<Optional<Double>> adjust(List<Draft> drafts, Function<Draft, Optional<Double>> which) {
        List<Double> known =
                drafts.stream().map(which).flatMap(Optional::stream).toList();
        List<Double> corrected = Holm.adjust(known);
        List<Optional<Double>> all = new ArrayList<>();
        int next = 0;
        for (Draft draft : drafts) {
            all.add(which.apply(draft).isPresent() ? Optional.of(corrected.get(next++)) : Optional.empty());
        }
        return all;
    }
}
