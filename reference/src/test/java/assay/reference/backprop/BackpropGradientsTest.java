package assay.reference.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BackpropGradientsTest {
    private static final BackpropGradients TASK = new BackpropGradients();

    /** Oracle of the sheet: Python double precision, 17 digits. */
    @Test
    void agrees_with_the_oracle() {
        Inputs in = TASK.edgeCases().get(0).inputs();
        Answers right = TASK.solve(in);
        assertEquals(3.0432386544987597, right.tensor("loss").item(), 1e-15);
        assertClose(
                new double[] {5.965799855033858, -1.1618010668106347, -7.591839409336833, 1.3974274417595862},
                right.tensor("dA"));
        assertClose(
                new double[] {7.1523670910193164, -3.5761835455096582, -1.218159750882053, 0.6090798754410265},
                right.tensor("dB"));
    }

    @Test
    void the_published_vector_by_B_is_the_printed_one() {
        Inputs in = TASK.edgeCases().get(0).inputs();
        Tensor vector = TASK.mistakes().stream()
                .filter(mistake -> mistake.id().equals("vector-for-matrix"))
                .findFirst()
                .orElseThrow()
                .answer()
                .apply(in)
                .tensor("dB");
        assertEquals(0.248, vector.at(0), 5e-4);
        assertEquals(7.513, vector.at(1), 5e-4);
    }

    /** For one row and column, products entry by entry are outer products: so K = 1 must never be drawn. */
    @Test
    void the_published_vectors_are_right_for_K_1() {
        double[][] a = {{-0.7}};
        double[][] b = {{1.3}};
        QuadraticNet net = new QuadraticNet(a, b, new double[] {0.4});
        QuadraticNet.Gradients right = net.gradients(Set.of());
        assertEquals(right.a()[0][0], net.publishedA()[0], 1e-15);
        assertEquals(right.b()[0][0], net.publishedB()[0], 1e-15);
    }

    /** Without transposes nothing changes for symmetric A: so A must never be symmetric. */
    @Test
    void symmetric_matrices_hide_the_transposes() {
        double[][] a = {{1, 0.5}, {0.5, -2}};
        double[][] b = {{0.5, -1}, {1, 0.25}};
        QuadraticNet net = new QuadraticNet(a, b, new double[] {1, -0.5});
        assertEquals(
                Tensor.matrix(net.gradients(Set.of()).a()),
                Tensor.matrix(net.gradients(Set.of(Slip.NO_TRANSPOSE)).a()));
    }

    @RepeatedTest(50)
    void agrees_with_central_differences(RepetitionInfo repetition) {
        Inputs in = TASK.draw(new Draw(repetition.getCurrentRepetition()));
        for (String matrix : new String[] {"A", "B"}) {
            Tensor gradient = TASK.solve(in).tensor("d" + matrix);
            Tensor scale = TASK.scale(in).tensor("d" + matrix);
            for (int i = 0; i < gradient.size(); i++) {
                double step = 1e-5 * Math.max(1, Math.abs(in.tensor(matrix).at(i)));
                double slope = (loss(in, matrix, i, step) - loss(in, matrix, i, -step)) / (2 * step);
                assertTrue(Math.abs(slope - gradient.at(i)) <= 1e-6 * scale.at(i), matrix + " " + i);
            }
        }
    }

    private static double loss(Inputs in, String name, int at, double by) {
        Tensor matrix = in.tensor(name);
        double[] entries = matrix.toArray();
        entries[at] += by;
        Tensor moved = Tensor.of(new int[] {matrix.extent(0), matrix.extent(1)}, entries);
        return TASK.solve(in.and(name, moved)).tensor("loss").item();
    }

    private static void assertClose(double[] expected, Tensor actual) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual.at(i), 4 * Math.ulp(expected[i]));
        }
    }
}
