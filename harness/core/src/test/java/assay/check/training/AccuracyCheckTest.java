package assay.check.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.ImagePool;
import assay.api.reference.ReferenceTask;
import assay.assignment.Criterion;
import assay.assignment.Field;
import assay.assignment.Task;
import assay.assignment.TrainingData;
import assay.assignment.ValueType;
import assay.assignment.Way;
import assay.check.CheckContext;
import assay.check.Judgement;
import assay.check.Trial;
import assay.check.Verdict;
import assay.run.Outcome;
import assay.run.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccuracyCheckTest {
    private static final Task TASK = new Task(
            "digits/home",
            "1",
            "Home",
            List.of(Way.PREDICTIONS),
            List.of(),
            List.of(new Field("labels", ValueType.parse("list"), "")),
            List.of(new Criterion("accuracy", "Accuracy", 1, List.of())),
            Optional.of(new TrainingData("digits", "", 10, 100, List.of())),
            List.of());

    private static final Tensor TRUTH =
            Tensor.vector(IntStream.range(0, 100).mapToDouble(i -> i * i % 10).toArray());

    private static final ReferenceTask REFERENCE = new ReferenceTask() {
        @Override
        public String id() {
            return "digits/home";
        }

        @Override
        public Inputs draw(Draw draw) {
            return Inputs.none();
        }

        @Override
        public Answers solve(Inputs inputs) {
            return Answers.of("labels", TRUTH);
        }

        @Override
        public Answers compared(Inputs inputs, Answers given) {
            return Answers.of("labels", ImagePool.hits(TRUTH, given.tensor("labels")));
        }
    };

    private static Judgement judge(double... labels) {
        AccuracyCheck.Spec spec = new AccuracyCheck.Spec("labels", 80, 0.025, 10, "");
        return new AccuracyCheck().judge(spec, context(labels));
    }

    private static CheckContext context(double... labels) {
        Outcome outcome = new Outcome.Answered(Answers.of("labels", labels), 0);
        return new CheckContext(
                TASK,
                List.of(new Trial(
                        new Request("id", TASK.id(), "answer", true, Inputs.none()), outcome, Answers.none())),
                REFERENCE);
    }

    private static double[] right(int count) {
        double[] labels = TRUTH.toArray();
        for (int i = count; i < labels.length; i++) {
            labels[i] = (labels[i] + 3) % 10;
        }
        return labels;
    }

    @Test
    void the_interval_is_that_of_clopper_and_pearson() {
        // R 4.2, binom.test(90, 100): 0.8237774 0.9509953; binom.test(10, 10): 0.6915029 1
        AccuracyCheck.Found found = AccuracyCheck.Found.of(90, 100, 0.025);
        assertEquals(82.37774, found.low(), 1e-4);
        assertEquals(95.09953, found.high(), 1e-4);
        assertEquals(69.15029, AccuracyCheck.Found.of(10, 10, 0.025).low(), 1e-4);
        assertEquals(100, AccuracyCheck.Found.of(10, 10, 0.025).high());
        assertEquals(0, AccuracyCheck.Found.of(0, 10, 0.025).low());
    }

    @Test
    void only_an_interval_on_one_side_decides() {
        assertEquals(Verdict.PASSED, judge(right(90)).verdict());
        assertEquals(Verdict.INCONCLUSIVE, judge(right(85)).verdict());
        assertEquals(Verdict.WRONG, judge(right(60)).verdict());
    }

    @Test
    void the_message_says_what_was_found_and_what_is_asked() {
        assertEquals(
                "90 of 100 images are right, 90.0 % (95 % interval for the model: 82.4 to 95.1 %); at least 80 % must be.",
                judge(right(90)).message());
    }

    @Test
    void a_label_too_few_is_a_wrong_shape() {
        Judgement short1 = judge(Arrays.copyOf(right(90), 99));
        assertEquals("wrong-shape", short1.cause());
    }

    @Test
    void the_form_is_judged_without_a_reference() {
        LabelsCheck check = new LabelsCheck();
        LabelsCheck.Spec spec = new LabelsCheck.Spec("labels", 10);
        assertEquals(Verdict.PASSED, check.judge(spec, context(right(10))).verdict());
        assertTrue(check.judge(spec, context(Arrays.copyOf(right(90), 99)))
                .message()
                .contains("99 labels; there must be 100"));
        double[] wide = right(90);
        wide[16] = 12;
        assertTrue(check.judge(spec, context(wide)).message().startsWith("Label 17 of 100 is 12;"));
        wide[16] = 0.5;
        assertTrue(check.judge(spec, context(wide)).message().contains("Are these scores?"));
        double[] fromOne = TRUTH.map(label -> label + 1).toArray();
        assertEquals(
                "labels-from-one",
                check.judge(spec, context(fromOne)).diagnosis().id());
    }
}
