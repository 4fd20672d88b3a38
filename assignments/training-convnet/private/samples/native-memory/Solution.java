import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Keeps every array: the memory outside the heap grows without end. */
class Solution {
    @Solves("digits/convnet")
    Answers convnet(Inputs in) {
        List<INDArray> kept = new ArrayList<>();
        while (true) {
            kept.add(Nd4j.ones(1024, 1024));
        }
    }
}
