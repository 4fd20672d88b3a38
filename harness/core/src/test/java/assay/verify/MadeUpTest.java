package assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.reference.Claim;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.check.Verdict;
import assay.run.References;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeUpTest {
    @TempDir
    private Path folder;

    private Verified verify(ReferenceTask task, String grading, int draws) throws IOException {
        return Verification.madeUp(
                Line.assignment(folder, Line.DESCRIPTION, grading), References.of(List.of(task)), draws, step -> {});
    }

    private static List<String> complaints(Verified verified) {
        return verified.complaints().stream()
                .map(one -> one.sample() + " " + one.place())
                .toList();
    }

    @Test
    void checks_that_bite_reach_all_goals() throws IOException {
        Verified verified = verify(new Line(), Line.GRADING, 60);
        assertEquals(List.of(), complaints(verified));
        assertTrue(verified.total().reachesGoals(), verified.total().toString());
        TaskCount count = verified.counts().get(0);
        assertEquals(3, count.right(), "the reference and two that are rounded otherwise");
        assertEquals(1, count.diagnosed());
        assertEquals(
                new DrawCount("line", 60, 0, 1, "not-halved", 60),
                verified.draws().get(0));
    }

    @Test
    void the_transpose_of_a_symmetric_matrix_is_right_and_not_held_against_the_check() throws IOException {
        Verified verified = verify(new Line(), Line.GRADING, 1);
        assertTrue(verified.findings().stream().noneMatch(one -> one.sample().equals("transposed")));
    }

    @Test
    void the_transpose_of_another_matrix_is_wrong_and_rejected() throws IOException {
        Verified verified = verify(new Lopsided(), Line.GRADING, 1);
        assertEquals(List.of(), complaints(verified));
        assertTrue(verified.findings().stream()
                .anyMatch(one -> one.sample().equals("transposed") && one.verdict() == Verdict.WRONG));
    }

    @Test
    void a_claim_that_takes_anything_is_found_by_zeros() throws IOException {
        String loose = Line.GRADING.replace(
                "{kind: close-to, answer: outer}", "{kind: witness, claim: anything, answer: outer}");
        assertTrue(complaints(verify(new Lopsided(), loose, 1)).contains("zeros line outer"));
    }

    @Test
    void a_bound_that_takes_half_of_the_answer_is_found_by_its_mistake() throws IOException {
        String wide = Line.GRADING.replace(
                "answer: mean,", "answer: mean, relative: 0.999999999, absolute: 3, because: nothing,");
        Verified verified = verify(new Line(), wide, 20);
        assertTrue(
                complaints(verified).contains("mistake not-halved line mean"),
                complaints(verified).toString());
        assertTrue(verified.total().killed() < verified.total().wrong());
        assertTrue(complaints(verified).contains("mistake not-halved, drawn line"));
    }

    @Test
    void a_bound_below_round_off_rejects_what_is_right() throws IOException {
        String narrow =
                Line.GRADING.replace("answer: mean,", "answer: mean, relative: 1e-17, absolute: 0, because: nothing,");
        Verified verified = verify(new Line(), narrow, 20);
        assertTrue(complaints(verified).contains("rounded otherwise line mean"));
        assertTrue(complaints(verified).contains("rounded otherwise, drawn line mean"));
        assertTrue(verified.total().rejected() > 0);
    }

    @Test
    void single_precision_is_tried_where_the_bound_allows_it() throws IOException {
        String single = Line.GRADING.replace("answer: mean,", "answer: mean, round-offs: 4, precision: single,");
        Verified verified = verify(new Line(), single, 20);
        assertEquals(List.of(), complaints(verified));
        assertEquals(4, verified.counts().get(0).right());
    }

    @Test
    void a_mistake_under_another_name_lowers_the_share_that_is_named() throws IOException {
        Line misnamed = new Line() {
            @Override
            public List<Mistake> mistakes() {
                Mistake one = super.mistakes().get(0);
                return List.of(one, new Mistake("double", "The same again.", one.answer()));
            }
        };
        Verified verified = verify(misnamed, Line.GRADING, 1);
        assertEquals(2, verified.total().mistakes());
        assertEquals(1, verified.total().diagnosed());
        assertTrue(!verified.total().reachesGoals() && verified.complaints().isEmpty());
    }

    @Test
    void an_answer_that_no_criterion_looks_at_is_named() throws IOException {
        String blind = Line.GRADING.replace("{kind: equal-to, answer: positive}", "{kind: close-to, answer: mean}");
        Verified verified = verify(new Line(), blind, 1);
        assertTrue(verified.complaints().stream()
                .anyMatch(one -> one.complaint().equals("the answer 'positive' is judged by no criterion")));
    }

    @Test
    void a_check_that_fails_on_an_answer_is_complained_of() throws IOException {
        Line fragile = new Line() {
            @Override
            public Map<String, Claim> claims() {
                return Map.of("anything", (in, given) -> {
                    if (given.tensor("outer").at(0) == 1 / 0.0) {
                        throw new IllegalStateException("cannot be");
                    }
                    return in.equals(edgeCases().get(0).inputs()) || given.equals(solve(in))
                            ? Optional.empty()
                            : Optional.of("No.");
                });
            }
        };
        String witness = Line.GRADING.replace(
                "{kind: close-to, answer: outer}", "{kind: witness, claim: anything, answer: outer}");
        Finding found = verify(fragile, witness, 1).complaints().stream()
                .filter(one -> one.verdict() == Verdict.NOT_JUDGED)
                .findFirst()
                .orElseThrow();
        assertEquals("infinity", found.sample());
    }
}
