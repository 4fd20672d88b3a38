package assay.experiment.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.api.Fields;
import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Value;
import assay.api.Values;
import assay.data.ImageSet;
import assay.experiment.job.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {
    @Test
    void counts_what_is_right_and_what_is_taken_for_what() {
        Judgement judgement = new Judgement(2);
        judgement.add(0, 0, new double[] {0.75, 0.25});
        judgement.add(1, 0, new double[] {0.25, 0.75});
        judgement.add(2, 1, new double[] {0.5, 0.5});
        judgement.add(3, 1, new double[] {0, 1});
        assertEquals(50, judgement.accuracy());
        assertEquals(-(Math.log(0.75) + Math.log(0.25) + Math.log(0.5)) / 4, judgement.loss(), 1e-15);
        Outcome outcome = new Outcome();
        judgement.write(outcome, new ImageSet(1, 1, 1, 2, new byte[4], new byte[4]));
        Fields matrices = (Fields) outcome.message().get("matrices").orElseThrow();
        assertEquals(
                Tensor.matrix(new double[] {1, 1}, new double[] {1, 1}),
                matrices.get("confusion").orElseThrow());
        Fields images = (Fields) outcome.message().get("images").orElseThrow();
        Value hardest = images.get("hardest").orElseThrow();
        List<Value> pictures = ((Sequence) hardest).items();
        assertEquals(2, pictures.size());
        assertEquals(Values.of(0.75), ((Fields) pictures.get(0)).get("score").orElseThrow());
    }

    @Test
    void what_is_not_a_number_is_never_right() {
        Judgement judgement = new Judgement(2);
        judgement.add(0, 0, new double[] {Double.NaN, Double.NaN});
        assertEquals(0, judgement.accuracy());
        assertEquals(Double.NaN, judgement.loss());
    }
}
