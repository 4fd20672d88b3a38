package assay.report;

import assay.compare.Comparison;
import assay.compare.Failure;
import assay.compare.Picture;
import assay.compare.Standing;
import assay.compare.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Make comparisons to render. */
final class Comparisons {
    private Comparisons() {}

    /** Return one with everything that a page can show; {@code text} stands wherever a text of others may stand. */
    static Comparison rich(String text) {
        List<Comparison.Run> runs = new ArrayList<>();
        for (int seed = 1; seed <= 3; seed++) {
            runs.add(run("a", seed, 95 + 0.1 * seed, text));
            runs.add(run("b", seed, 93 + 0.3 * seed, text));
        }
        return comparison(text, runs, List.of(new Failure("b", 4, text)), metrics(text));
    }

    /** Return one in which every run failed. */
    static Comparison empty() {
        List<Comparison.MetricReport> metrics = List.of(new Comparison.MetricReport(
                "accuracy", "Accuracy", "%", true, true, false, Optional.empty(), "", 2, List.of(), false, List.of()));
        return comparison("nothing", List.of(), List.of(new Failure("a", 1, "died")), metrics);
    }

    private static Comparison comparison(
            String text, List<Comparison.Run> runs, List<Failure> failures, List<Comparison.MetricReport> metrics) {
        boolean any = !runs.isEmpty();
        Comparison.Band band =
                new Comparison.Band("a", List.of(0.0, 1.0), List.of(2.0, 0.02), List.of(1.5, 0.01), List.of(3.0, 0.03));
        return new Comparison(
                Comparison.SCHEMA,
                "fake",
                text,
                text,
                "digits",
                true,
                true,
                3,
                2,
                Map.of("loss", text),
                List.of(text),
                List.of(text, "second"),
                List.of(variant("a", text, any), variant("b", text, any)),
                metrics,
                any ? List.of(new Comparison.CurveReport("loss", text, text, text, List.of(band))) : List.of(),
                runs,
                failures,
                Map.of("backend", text, "times.warm-up", "epochs 1, train 500"));
    }

    private static Comparison.VariantReport variant(String id, String text, boolean any) {
        Picture image = new Picture(2, 1, 3, "AAECAwQF", text, text, 0.9, 0);
        Picture weights = new Picture(2, 1, 1, "gAE=", "", "", 0, 0.5);
        return new Comparison.VariantReport(
                id,
                text,
                text,
                Map.of("rate", text),
                Optional.empty(),
                any ? 3 : 0,
                any ? 1 : 0,
                any ? Map.of("parameters", 60806.0) : Map.of(),
                any ? Map.of("confusion", List.of(List.of(9.5, 0.5), List.of(0.0, 0.0))) : Map.of(),
                any ? Map.of("hardest", List.of(image), "weights", List.of(weights)) : Map.of());
    }

    private static List<Comparison.MetricReport> metrics(String text) {
        Comparison.Pair pair = new Comparison.Pair(
                "a",
                "b",
                3,
                1.6,
                Optional.of(new Interval(1.1, 2.1)),
                Optional.of(0.0052),
                Optional.of(0.0052),
                Optional.of(0.25),
                Optional.of(0.99),
                Optional.of(8.0),
                1,
                Optional.of(4),
                Standing.CLEARLY_BETTER);
        List<Comparison.Measured> measured = List.of(measured("a", 95.2), measured("b", 93.6));
        return List.of(
                new Comparison.MetricReport(
                        "accuracy",
                        text,
                        "%",
                        true,
                        true,
                        false,
                        Optional.of(0.5),
                        text,
                        2,
                        measured,
                        false,
                        List.of(pair)),
                new Comparison.MetricReport(
                        "seconds",
                        "Time",
                        "s",
                        false,
                        false,
                        true,
                        Optional.empty(),
                        "",
                        2,
                        measured,
                        false,
                        List.of(pair)));
    }

    private static Comparison.Measured measured(String variant, double mean) {
        Optional<Interval> interval = Optional.of(new Interval(mean - 0.2, mean + 0.2));
        return new Comparison.Measured(
                variant, 3, mean, 0.1, mean, mean - 0.1, mean + 0.1, interval, interval, interval, Optional.of(93.9));
    }

    private static Comparison.Run run(String variant, int seed, double accuracy, String text) {
        return new Comparison.Run(
                variant, seed, Map.of("accuracy", accuracy, "seconds", 2.0 + seed), seed == 2, 2.5, text, "2026-01-01");
    }
}
