package assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.ReferenceTask;
import assay.assignment.BadAssignment;
import assay.assignment.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WitnessCheckTest {
    private static final Task TASK = Scenes.task("point: number");
    private static final Inputs INPUTS =
            Inputs.none().and("x", new double[] {1, 2}).and("y", new double[] {1, 3});
    private static final String KEYS = "{'claim': 'negative', 'answer': 'point'}";

    private static Judgement judge(String keys, Answers given, @Nullable ReferenceTask reference) {
        Trial trial = Scenes.trial("only", true, INPUTS, in -> given);
        return Scenes.bind("witness", keys, TASK).judge(new CheckContext(TASK, List.of(trial), reference));
    }

    @Test
    void a_witness_without_objection_passes() {
        assertEquals(
                Verdict.PASSED, judge(KEYS, Answers.of("point", -1), new Fit()).verdict());
    }

    @Test
    void the_objection_is_the_message() {
        Judgement judgement = judge(KEYS, Answers.of("point", 1), new Fit());
        assertEquals(Verdict.WRONG, judgement.verdict());
        assertEquals("The point is not negative.", judgement.message());
    }

    @Test
    void no_witness_is_missing() {
        assertEquals(Verdict.MISSING, judge(KEYS, Answers.none(), new Fit()).verdict());
    }

    @Test
    void a_witness_of_another_kind_has_the_wrong_shape() {
        assertEquals(
                "wrong-shape", judge(KEYS, Answers.of("point", "-1"), new Fit()).cause());
    }

    @Test
    void without_a_reference_nothing_is_judged() {
        assertEquals(
                Verdict.NOT_JUDGED, judge(KEYS, Answers.of("point", -1), null).verdict());
    }

    @Test
    void a_claim_that_the_reference_does_not_know_is_not_judged() {
        Judgement judgement = judge("{'claim': 'negativ', 'answer': 'point'}", Answers.of("point", -1), new Fit());
        assertEquals("unknown-claim", judgement.cause());
        assertTrue(judgement.message().contains("did you mean 'negative'?"), judgement.message());
    }

    @Test
    void without_trials_nothing_is_judged() {
        Judgement judgement = Scenes.bind("witness", KEYS, TASK).judge(new CheckContext(TASK, List.of(), new Fit()));
        assertEquals(Verdict.NOT_JUDGED, judgement.verdict());
    }

    @Test
    void an_answer_that_the_task_does_not_have_is_refused() {
        BadAssignment bad = assertThrows(
                BadAssignment.class, () -> Scenes.bind("witness", "{'claim': 'negative', 'answer': 'pint'}", TASK));
        assertEquals(
                "grading.yaml:6: witness: the task has no answer 'pint'; did you mean 'point'? Known: point.",
                bad.getMessage());
    }

    @Test
    void an_answer_that_the_claim_needs_and_that_is_not_there_is_missing() {
        Judgement judgement = Scenes.bind("witness", "{'claim': 'needs-more', 'answer': 'point'}", TASK)
                .judge(new CheckContext(
                        TASK, List.of(Scenes.trial("only", true, INPUTS, in -> Answers.of("point", -1))), new Fit()));
        assertEquals(Verdict.MISSING, judgement.verdict());
        assertTrue(judgement.message().contains("'other'"), judgement.message());
    }
}
