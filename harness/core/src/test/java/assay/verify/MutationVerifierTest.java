package assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.ReferenceTask;
import assay.run.References;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationVerifierTest {
    @TempDir
    private Path folder;

    private MutantCount mutate(ReferenceTask task, String grading) throws IOException {
        return MutationVerifier.verify(Line.assignment(folder, Line.DESCRIPTION, grading), References.of(List.of(task)))
                .get(0);
    }

    private static List<String> names(MutantCount count) {
        return count.survivors().stream().map(MutantCount.Survivor::name).toList();
    }

    @Test
    void checks_that_bite_leave_no_survivor() throws IOException {
        MutantCount count = mutate(new Lopsided(), Line.GRADING);
        assertEquals(List.of(), names(count));
        assertEquals(count.mutants(), count.killed() + count.equivalent());
        assertTrue(count.killed() >= 20, count.toString());
    }

    @Test
    void what_a_change_leaves_as_it_was_within_the_bound_is_no_survivor() throws IOException {
        Line almostSymmetric = new Line() {
            @Override
            public Answers solve(Inputs in) {
                double[] entries = super.solve(in).tensor("outer").toArray();
                entries[1] *= 1 + 1e-15;
                int n = in.vector("x").length;
                return super.solve(in).and("outer", Tensor.of(new int[] {n, n}, entries));
            }
        };
        MutantCount count = mutate(almostSymmetric, Line.GRADING);
        assertEquals(List.of(), names(count));
        assertEquals(1, count.equivalent(), "the transpose");
    }

    @Test
    void single_precision_may_live_where_the_bound_is_made_for_it() throws IOException {
        String single = Line.GRADING.replace("answer: mean,", "answer: mean, round-offs: 4, precision: single,");
        MutantCount count = mutate(new Lopsided(), single);
        assertEquals(List.of("single precision of 'mean'"), names(count));
        assertEquals(0, count.unexplained());
    }

    @Test
    void a_bound_without_teeth_leaves_survivors_that_nothing_explains() throws IOException {
        String toothless = Line.GRADING.replace(
                "answer: outer}", "answer: outer, relative: 0.999, absolute: 3.9, because: nothing}");
        MutantCount count = mutate(new Lopsided(), toothless);
        assertTrue(names(count).contains("factor 2 at 'outer'"), count.toString());
        assertTrue(count.unexplained() > 0);
    }
}
