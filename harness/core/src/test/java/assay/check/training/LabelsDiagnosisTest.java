package assay.check.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelsDiagnosisTest {
    private static final int N = 500;

    private static List<Double> truth() {
        Random random = new Random(1);
        return IntStream.range(0, N).mapToObj(i -> (double) random.nextInt(10)).toList();
    }

    /** The truth with one label in eight wrong. */
    private static List<Double> good() {
        List<Double> labels = new ArrayList<>(truth());
        for (int i = 0; i < N; i += 8) {
            labels.set(i, (labels.get(i) + 3) % 10);
        }
        return labels;
    }

    private static String cause(List<Double> labels) {
        return new LabelsDiagnosis(10, labels, truth()).find().id();
    }

    @Test
    void one_label_for_all_is_told() {
        assertEquals("constant-prediction", cause(Collections.nCopies(N, 4.0)));
    }

    @Test
    void labels_that_are_one_too_large_or_small_are_told() {
        assertEquals(
                "labels-off-by-one",
                cause(good().stream().map(label -> label + 1).toList()));
        assertEquals(
                "labels-off-by-one",
                cause(good().stream().map(label -> label - 1).toList()));
    }

    @Test
    void the_reversed_order_is_told() {
        List<Double> labels = new ArrayList<>(good());
        Collections.reverse(labels);
        assertEquals("order-reversed", cause(labels));
    }

    @Test
    void an_order_that_is_one_line_off_is_told() {
        List<Double> early = new ArrayList<>(good());
        Collections.rotate(early, -1);
        List<Double> late = new ArrayList<>(good());
        Collections.rotate(late, 1);
        assertEquals(List.of("order-shifted", "order-shifted"), List.of(cause(early), cause(late)));
    }

    @Test
    void other_names_of_the_classes_are_told() {
        int[] names = {3, 1, 4, 0, 5, 9, 2, 6, 8, 7};
        assertEquals(
                "classes-renamed",
                cause(good().stream()
                        .map(label -> (double) names[label.intValue()])
                        .toList()));
    }

    /** Seven of ten names are off by one, which explains less than the names do. */
    @Test
    void names_of_which_most_are_off_by_one_are_told_from_labels_that_are() {
        int[] names = {1, 2, 3, 4, 5, 6, 7, 0, 8, 9};
        List<Double> labels =
                good().stream().map(label -> (double) names[label.intValue()]).toList();
        assertEquals("classes-renamed", cause(labels));
    }

    @Test
    void scores_in_place_of_labels_are_no_names() {
        Random random = new Random(4);
        List<Double> scores = truth().stream().map(label -> random.nextDouble()).toList();
        assertEquals("chance", cause(scores));
    }

    @Test
    void a_lost_order_is_told_from_guessing() {
        List<Double> shuffled = new ArrayList<>(good());
        Collections.shuffle(shuffled, new Random(2));
        List<Double> guessed =
                IntStream.range(0, N).mapToObj(i -> i % 7 == 0 ? 1.0 : 2.0).toList();
        assertEquals(List.of("order-lost", "chance"), List.of(cause(shuffled), cause(guessed)));
    }

    @Test
    void a_model_that_has_learned_a_little_is_told_nothing() {
        List<Double> weak = new ArrayList<>(truth());
        Random random = new Random(3);
        for (int i = 0; i < N; i++) {
            weak.set(i, i % 2 == 0 ? weak.get(i) : random.nextInt(10));
        }
        assertEquals("", cause(weak));
    }
}
