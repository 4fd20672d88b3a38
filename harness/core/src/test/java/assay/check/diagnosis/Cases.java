package assay.check.diagnosis;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.check.Tolerance;
import assay.check.Trial;
import assay.run.Outcome;
import assay.run.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Make comparisons of drawn right numbers with wrong ones. */
final class Cases {
    static final Tolerance TOLERANCE = new Tolerance(1e-9, 1e-12);

    /** The lengths of the input 'x' in the four drawn cases. */
    private static final int[] LENGTHS = {3, 5, 4, 7};

    private Cases() {}

    /** Return four drawn cases, right answers of {@code shape}, and what {@code mistake} makes of each right answer. */
    static Comparisons drawn(int[] shape, Function<Comparison, Tensor> mistake) {
        Draw draw = new Draw(42);
        int size = 1;
        for (int extent : shape) {
            size *= extent;
        }
        List<Comparison> cases = new ArrayList<>();
        for (int k = 0; k < LENGTHS.length; k++) {
            Tensor x = Tensor.vector(draw.vector(LENGTHS[k], draw::normal));
            Tensor right = Tensor.of(shape, draw.vector(size, () -> draw.signed(0.5, 3)));
            cases.add(answered(one("draw " + k, false, x, right, right), mistake));
        }
        return new Comparisons(cases);
    }

    /** Return {@code cases} and one more. */
    static Comparisons and(Comparisons cases, Comparison more) {
        List<Comparison> all = new ArrayList<>(cases.cases());
        all.add(more);
        return new Comparisons(all);
    }

    /** Replace what is answered. */
    static Comparison answered(Comparison one, Function<Comparison, Tensor> mistake) {
        return new Comparison(one.trial(), one.expected(), mistake.apply(one), one.scale(), one.tolerance());
    }

    static Comparison one(String label, boolean edge, Tensor x, Tensor right, Tensor given) {
        Request request = new Request("0", "task", label, edge, Inputs.of(Map.of("x", x)));
        Trial trial = new Trial(request, new Outcome.Answered(Answers.none(), 0), Answers.none());
        return new Comparison(trial, right, given, right.map(Math::abs), TOLERANCE);
    }

    /** Return {@code tensor} with the entry at {@code position} changed. */
    static Tensor changed(Tensor tensor, int position, UnaryOperator<Double> change) {
        double[] entries = tensor.toArray();
        entries[position] = change.apply(entries[position]);
        return Tensor.of(tensor.shape().stream().mapToInt(Integer::intValue).toArray(), entries);
    }

    /** Return a vector whose entry i is the entry {@code sources[i]} of {@code tensor}. */
    static Tensor picked(Tensor tensor, int... sources) {
        double[] entries = new double[sources.length];
        for (int i = 0; i < sources.length; i++) {
            entries[i] = tensor.at(sources[i]);
        }
        return Tensor.vector(entries);
    }
}
