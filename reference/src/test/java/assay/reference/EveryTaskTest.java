package assay.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.Value;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.api.reference.TrainingTask;
import assay.reference.training.Blobs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class EveryTaskTest {
    private static final int DRAWS = 100;

    /** A task that trains solves each draw by training. */
    private static final int TRAINED_DRAWS = 3;

    private static final Set<String> TRAINED = ConcurrentHashMap.newKeySet();

    private static final Map<String, List<Inputs>> DRAWN = new ConcurrentHashMap<>();

    /** Tasks that remember what they trained, one list for all tests. */
    private static final List<ReferenceTask> TASKS = found();

    static Stream<ReferenceTask> tasks() {
        return TASKS.stream();
    }

    private static List<ReferenceTask> found() {
        Catalogue catalogue = new Catalogue();
        return catalogue.sheets().stream()
                .flatMap(sheet -> catalogue.tasks(sheet).stream())
                .map(EveryTaskTest::onData)
                .toList();
    }

    /** Give a task that trains few images. */
    private static ReferenceTask onData(ReferenceTask task) {
        if (!(task instanceof TrainingTask trained)) {
            return task;
        }
        TRAINED.add(task.id());
        return trained.on("blobs", Blobs.draw(1, 60), Blobs.draw(2, 40), 6);
    }

    static Stream<Arguments> mistakes() {
        return tasks().filter(EveryTaskTest::hasInputs)
                .flatMap(task -> task.mistakes().stream().map(mistake -> Arguments.of(task, mistake)));
    }

    /** These are about the last batch and about the passes that have one; drawn passes have none. */
    private static final Set<String> ON_EDGES_ONLY =
            Set.of("last-batch-divided-by-full", "last-batch-dropped", "one-step-for-all");

    @ParameterizedTest
    @MethodSource("tasks")
    void the_same_seed_draws_the_same_inputs(ReferenceTask task) {
        assertEquals(task.draw(new Draw(11)), task.draw(new Draw(11)));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void different_seeds_draw_different_inputs(ReferenceTask task) {
        assertEquals(hasInputs(task), !task.draw(new Draw(11)).equals(task.draw(new Draw(12))));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void the_answer_to_every_input_is_finite_and_has_a_scale_of_its_shape(ReferenceTask task) {
        for (Inputs in : inputs(task)) {
            Answers truth = task.compared(in, task.solve(in));
            Answers scale = task.scale(in);
            truth.fields().byName().forEach((name, value) -> {
                if (value instanceof Tensor tensor) {
                    assertEquals(tensor.shape(), scale.tensor(name).shape(), name);
                    assertAllFinite(tensor);
                    assertAllFinite(scale.tensor(name));
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void no_scale_is_smaller_than_the_answer(ReferenceTask task) {
        for (Inputs in : inputs(task)) {
            Answers truth = task.compared(in, task.solve(in));
            for (Map.Entry<String, Value> entry : truth.fields().byName().entrySet()) {
                if (entry.getValue() instanceof Tensor tensor) {
                    Tensor scale = task.scale(in).tensor(entry.getKey());
                    for (int i = 0; i < tensor.size(); i++) {
                        assertTrue(Math.abs(tensor.at(i)) <= scale.at(i) * (1 + 1e-12), entry.getKey() + " of " + in);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void mistakes_have_their_own_names_and_speak_in_sentences(ReferenceTask task) {
        Set<String> seen = new HashSet<>();
        for (Mistake mistake : task.mistakes()) {
            assertTrue(seen.add(mistake.id()), mistake.id());
            assertTrue(mistake.sentence().matches("(?s)[A-Z].*[.?)]"), mistake.sentence());
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void every_mistake_is_told_from_the_truth(ReferenceTask task, Mistake mistake) {
        List<Inputs> tried = ON_EDGES_ONLY.contains(mistake.id()) ? edges(task) : drawn(task);
        long told = tried.stream()
                .filter(in -> Distance.inBounds(task, in, mistake.answer().apply(in)) >= 1e3)
                .count();
        assertTrue(
                told >= 0.99 * tried.size() || (ON_EDGES_ONLY.contains(mistake.id()) && told > 0),
                told + " of " + tried.size());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void no_two_mistakes_give_the_same_answers(ReferenceTask task) {
        List<Mistake> mistakes = task.mistakes();
        List<Inputs> inputs = inputs(task);
        for (int i = 0; i < mistakes.size(); i++) {
            for (int j = 0; j < i; j++) {
                Mistake one = mistakes.get(i);
                Mistake other = mistakes.get(j);
                assertFalse(
                        inputs.stream()
                                .allMatch(in -> one.answer()
                                        .apply(in)
                                        .equals(other.answer().apply(in))),
                        one.id() + " and " + other.id());
            }
        }
    }

    private static boolean hasInputs(ReferenceTask task) {
        return !task.draw(new Draw(1)).fields().byName().isEmpty();
    }

    private static List<Inputs> inputs(ReferenceTask task) {
        List<Inputs> all = new ArrayList<>(edges(task));
        all.addAll(hasInputs(task) ? drawn(task) : List.of(Inputs.none()));
        return all;
    }

    private static List<Inputs> edges(ReferenceTask task) {
        return task.edgeCases().stream().map(EdgeCase::inputs).toList();
    }

    /** Draw once for all tests: some tasks train in order to draw. */
    private static List<Inputs> drawn(ReferenceTask task) {
        return DRAWN.computeIfAbsent(task.id(), id -> {
            Draw draw = new Draw(task.id().hashCode());
            return Stream.generate(() -> task.draw(draw))
                    .limit(TRAINED.contains(task.id()) ? TRAINED_DRAWS : DRAWS)
                    .toList();
        });
    }

    private static void assertAllFinite(Tensor tensor) {
        for (int i = 0; i < tensor.size(); i++) {
            assertTrue(Double.isFinite(tensor.at(i)), tensor.toString());
        }
    }
}
