package assay.report;

import assay.compare.Comparison;
import assay.compare.Comparison.MetricReport;
import java.util.ArrayList;
import java.util.List;

/** Say how a comparison decided, in sentences that hold for this one. */
final class ComparisonMethod {
    private ComparisonMethod() {}

    static List<String> sentences(Comparison comparison) {
        MetricReport primary = comparison.primary();
        int pairs = primary.pairs().size();
        List<String> method = new ArrayList<>();
        method.add(
                "Every variant is trained with the seeds 1 to " + comparison.seeds()
                        + "; a seed means the same order and split of the data for all of them, so runs are compared in pairs. Seed "
                        + "after seed, each time beginning with another variant, so that a drift of the machine meets all alike.");
        method.add(primary.title()
                + " decides. Intervals of means and of differences are t intervals at 95 %, one at a time.");
        String test = primary.ranksDecide()
                ? "On pairs Wilcoxon's signed-rank test decides, exact and two-sided, because a few failed runs do not mislead "
                        + "it"
                : "On pairs the paired t test decides, two-sided, because " + People.count(comparison.seeds(), "seed")
                        + " cannot bring the signed ranks to 0.05 after the correction";
        method.add(test + ": p is after Holm's correction for " + People.count(pairs, "pair")
                + "; the columns after it are both tests uncorrected. Which one decides depends on the number of seeds and "
                + "pairs, not on what was measured.");
        if (primary.margin().isPresent()) {
            String margin = People.exact(primary.margin().get());
            method.add(
                    "“Better by more than the margin” needs p at most 0.05 and the same test, one-sided, against a difference of "
                            + margin
                            + " at 0.025; “as good as equal” needs both one-sided t tests that the difference is within "
                            + margin + " either way, at 0.05. All of them are corrected after Holm.");
            method.add(
                    "Seeds for margin: how many would show a difference of " + margin
                            + " in 80 of 100 such comparisons, with the spread seen here, at 0.05 divided by the number of pairs.");
        }
        method.add(
                "“Not expected” after a published value: outside of where a single run is to be expected with 95 %.");
        if (comparison.metrics().stream().anyMatch(MetricReport::timing)) {
            method.add(
                    "Times are compared by the ratio of the two of a seed: below 20 seeds by its geometric mean with a t "
                            + "interval of the logarithms, from there on by its median with an interval from the order of the ratios.");
        }
        String warmUp = comparison.provenance().getOrDefault("times.warm-up", "none");
        if (!warmUp.equals("none")) {
            method.add("Each worker process trained every variant once without being timed (" + warmUp
                    + ") before the first run that counts, which would pay else for what all later ones find ready.");
        }
        method.add("Bands around curves: the middle half of the seeds, with fewer than five seeds all of them.");
        return method;
    }
}
