package assay.check.training;

import assay.check.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Show accuracies per seed beside the reference's, and what each look found. */
final class AccuracyEvidence {
    private final NonInferiorCheck.Spec spec;
    private final List<Predictions> seeds;
    private final List<SequentialTest.Look> looks;
    private final double alphaPerLook;

    AccuracyEvidence(
            NonInferiorCheck.Spec spec, List<Predictions> seeds, List<SequentialTest.Look> looks, double alphaPerLook) {
        this.spec = spec;
        this.seeds = List.copyOf(seeds);
        this.looks = List.copyOf(looks);
        this.alphaPerLook = alphaPerLook;
    }

    /** Say what a look found. */
    String sentence(SequentialTest.Look look) {
        double own = mean(look.seeds(), one -> 100 * one.accuracy());
        double reference = mean(look.seeds(), one -> 100.0 * one.reference() / one.size());
        return String.format(
                Locale.ROOT,
                "Accuracy %.1f %% over %d seeds, the reference has %.1f %%: it is %s by %.1f +- %.1f points%s"
                        + " (margin %s, %s each look).",
                own,
                look.seeds(),
                reference,
                look.mean() > 0 ? "worse" : "better",
                Math.abs(look.mean()),
                look.half(),
                decision(look),
                number(spec.margin()),
                "certainty " + number(100 * (1 - alphaPerLook)) + " %");
    }

    private static String decision(SequentialTest.Look look) {
        return switch (look.decision()) {
            case NOT_INFERIOR -> ", which does not matter";
            case INFERIOR -> ", which is too much";
            case OPEN -> ", which shows neither that it matters nor that it does not";
        };
    }

    private double mean(int count, ToDoubleFunction<Predictions> value) {
        return seeds.subList(0, count).stream().mapToDouble(value).sum() / count;
    }

    /** Return the curves and the table. */
    List<Evidence> all() {
        return List.of(curves(), table());
    }

    private Evidence curves() {
        List<Double> numbers = new ArrayList<>();
        for (int i = 1; i <= seeds.size(); i++) {
            numbers.add((double) i);
        }
        return new Evidence.Curves(
                "Accuracy on images seen for the first time",
                "seed",
                "accuracy in %",
                false,
                List.of(
                        new Evidence.Curves.Curve(
                                "handed in",
                                numbers,
                                seeds.stream().map(one -> 100 * one.accuracy()).toList()),
                        new Evidence.Curves.Curve(
                                "reference",
                                numbers,
                                seeds.stream()
                                        .map(one -> 100.0 * one.reference() / one.size())
                                        .toList())));
    }

    private Evidence table() {
        List<List<String>> rows = new ArrayList<>();
        for (Predictions one : seeds) {
            rows.add(List.of(
                    one.trial().request().label(),
                    one.right() + " of " + one.size(),
                    one.reference() + " of " + one.size(),
                    String.format(Locale.ROOT, "%+.2f", -one.deficit())));
        }
        for (SequentialTest.Look look : looks) {
            rows.add(List.of(
                    "look after " + look.seeds(),
                    "",
                    "",
                    String.format(Locale.ROOT, "%+.2f +- %.2f", -look.mean(), look.half())));
        }
        return new Evidence.Table(
                "Seeds and looks", List.of("seed", "right", "right by the reference", "difference in points"), rows);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
