package assay.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Fields;
import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Value;
import assay.data.DataHome;
import assay.experiment.job.BadJob;
import assay.experiment.job.Job;
import assay.experiment.job.Outcome;
import assay.experiment.job.Shelf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every variant of every description, trained for a moment on drawn digits. */
@Tag("slow")
class ExperimentsTest {
    private static final Shelf SHELF = new Shelf();
    private static final DataHome NOWHERE = new DataHome(Path.of("no-such-folder"));

    /** What makes each experiment short; the rest is as described. */
    private static final Map<String, Map<String, ?>> SHORT = Map.of(
            "mse-vs-kl", Map.of("train", 12_000, "test", 2_000, "steps", 20_000, "rate", 1e-6),
            "downscaling", Map.of("train", 3_000, "test", 500, "epochs", 4, "batch", 16, "rate", 0.1),
            "l2", Map.of("train", 2_000, "test", 500, "epochs", 5),
            "early-stopping", Map.of("train", 12_000, "test", 3_000, "epochs", 100),
            "lenet", Map.of("train", 1_500, "test", 300, "epochs", 1, "batch", 10),
            "mnist-models", Map.of("train", 500, "test", 200, "epochs", 1, "batch", 10),
            "grid-search", Map.of("train", 1_000, "test", 300, "epochs", 1, "batch", 10));

    static Stream<Arguments> variants() {
        List<Arguments> all = new ArrayList<>();
        SHORT.forEach((id, changes) -> Descriptions.variants(id, changes)
                .forEach((variant, settings) -> all.add(Arguments.of(id, variant, settings))));
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("variants")
    void learns_within_a_moment(String id, String variant, Fields settings) throws Exception {
        Outcome outcome = run(id, variant, 3, settings);
        assertFalse(outcome.diverged());
        List<Double> losses = values(outcome, "train-loss");
        int part = Math.max(1, losses.size() / 4);
        double first = mean(losses.subList(0, part));
        double last = mean(losses.subList(losses.size() - part, losses.size()));
        assertTrue(last < first, "the loss must fall, went from " + first + " to " + last);
        for (String metric : Descriptions.ids(id, "metrics")) {
            assertTrue(Double.isFinite(outcome.metric(metric)), metric);
        }
        for (String curve : Descriptions.ids(id, "curves")) {
            assertFalse(values(outcome, curve).isEmpty(), curve);
        }
        double least = least(id);
        assertTrue(
                outcome.metric("accuracy") >= least,
                "accuracy must be at least " + least + ", was " + outcome.metric("accuracy"));
    }

    /**
     * Guessing gives 50 % of two digits and 10 % of ten. On 200 and more images the standard deviation of a guess is at
     * most 3.6 and 2.2 %, so that these bands are more than five of them away from it.
     */
    private static double least(String id) {
        return switch (id) {
            case "mse-vs-kl", "early-stopping" -> 70;
            default -> 25;
        };
    }

    @Test
    void a_line_is_found_by_descent_and_in_closed_form() throws Exception {
        Map<String, Fields> variants = Descriptions.variants("linear-regression", Map.of());
        double exact = line("closed-form", variants);
        // 5000 steps shrink the slow direction by (1 - 2 * 0.01 * 0.25)^5000 = 1e-11; through the origin an intercept
        // of 50 is missed.
        assertEquals(exact, line("descent-5000", variants), 1e-6);
        assertTrue(line("descent-800", variants) - exact > 1e-6);
        assertTrue(line("through-origin", variants) > 100);
        assertTrue(exact < 8, "the variance of the noise is 4, was " + exact);
    }

    private static double line(String variant, Map<String, Fields> variants) throws Exception {
        Fields settings = Objects.requireNonNull(variants.get(variant));
        Job job = new Job("linear-regression", variant, 2, settings, "line", NOWHERE);
        return Experiments.of("linear-regression")
                .run(job, SHELF, (done, note) -> {})
                .metric("train-mse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mse-vs-kl kl", "l2 none", "lenet original", "mnist-models mlp"})
    void the_same_job_gives_the_same_parameters_to_the_last_bit(String name) throws Exception {
        String id = name.substring(0, name.indexOf(' '));
        String variant = name.substring(name.indexOf(' ') + 1);
        Map<String, Integer> moment = id.equals("mse-vs-kl") ? Map.of("steps", 500) : Map.of("epochs", 1);
        Map<String, Object> changes = new HashMap<>(Map.of("train", 300, "test", 50));
        changes.putAll(moment);
        Fields settings =
                Objects.requireNonNull(Descriptions.variants(id, changes).get(variant));
        Value first = digest(run(id, variant, 1, settings));
        assertEquals(first, digest(run(id, variant, 1, settings)));
        assertNotEquals(first, digest(run(id, variant, 2, settings)));
    }

    @ParameterizedTest(name = "{0} {1}: {2} of {3} x {3}")
    @CsvSource({
        "lenet, original, filters, 5, 6",
        "mnist-models, convnet, filters, 3, 32",
        "mnist-models, softmax, weights, 28, 10"
    })
    void a_net_shows_what_its_first_layer_has_learned(String id, String variant, String kind, int side, int count)
            throws Exception {
        Map<String, Integer> moment = Map.of("train", 100, "test", 50, "epochs", 1);
        Fields settings =
                Objects.requireNonNull(Descriptions.variants(id, moment).get(variant));
        Fields images =
                (Fields) run(id, variant, 1, settings).message().get("images").orElseThrow();
        List<Value> pictures = ((Sequence) images.get(kind).orElseThrow()).items();
        assertEquals(count, pictures.size());
        Fields first = (Fields) pictures.get(0);
        assertEquals(Optional.of(Tensor.scalar(side)), first.get("width"));
        assertEquals(Optional.of(Tensor.scalar(side)), first.get("height"));
    }

    @Test
    void a_misspelt_setting_is_refused() {
        Fields settings = Objects.requireNonNull(
                Descriptions.variants("lenet", Map.of("epoch", 3)).get("modern"));
        BadJob refused = assertThrows(BadJob.class, () -> run("lenet", "modern", 1, settings));
        assertTrue(String.valueOf(refused.getMessage()).contains("[epoch]"), refused.getMessage());
    }

    private static Value digest(Outcome outcome) {
        return outcome.message().get("digest").orElseThrow();
    }

    private static Outcome run(String id, String variant, long seed, Fields settings) throws Exception {
        Job job = new Job(id, variant, seed, settings, "digits", NOWHERE);
        return Experiments.of(id).run(job, SHELF, (done, note) -> {});
    }

    private static List<Double> values(Outcome outcome, String curve) {
        Fields curves = (Fields) outcome.message().get("curves").orElseThrow();
        Fields points = (Fields) curves.get(curve).orElseThrow();
        double[] values = ((Tensor) points.get("y").orElseThrow()).toArray();
        return Arrays.stream(values).boxed().toList();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
