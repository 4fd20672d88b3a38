import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

/**
 * Write your code here. A method that still throws counts as not answered.
 *
 * <p>TrainingSet training = TrainingSet.open(in) holds the images with labels: training.size(), training.image(i) (bytes, red, green,
 * blue, each row after row; write b &amp; 0xFF for 0 to 255), training.label(i). List&lt;byte[]&gt; images = training.images(in) holds
 * those to classify. double[][] filters = in.matrix("filters"), double[] mean = in.vector("mean") and so on are the backbone.
 */
class Solution {
    /** 1: answers predictions, losses, accuracies, features, filters, gamma, beta, mean, var. */
    @Solves("house/head")
    Answers head(Inputs in) {
        throw new UnsupportedOperationException();
    }
}
