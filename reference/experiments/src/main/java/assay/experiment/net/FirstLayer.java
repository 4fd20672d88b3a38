package assay.experiment.net;

import assay.experiment.image.Pictures;
import assay.experiment.job.Outcome;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Show what the first layer of a net has learned, where that can be seen: filters, or the weights of the pixels per class. */
final class FirstLayer {
    private FirstLayer() {}

    /** Add the pictures to {@code outcome}; hidden units of dense nets give none, they show little. */
    static void write(Outcome outcome, MultiLayerNetwork net, int width, int height) {
        Layer first = net.getLayerWiseConfigurations().getConf(0).getLayer();
        INDArray weights = net.getParam("0_W");
        float[] values = weights.dup('c').data().asFloat();
        if (first instanceof ConvolutionLayer) {
            int tall = (int) weights.size(2); // [planes, 1, height, width]
            int wide = (int) weights.size(3);
            for (int from = 0; from < values.length; from += tall * wide) {
                outcome.image("filters", Pictures.signed(wide, tall, every(values, from, 1, tall * wide)));
            }
        } else if (first instanceof OutputLayer) {
            int classes = (int) weights.size(1); // [pixels, classes]
            for (int label = 0; label < classes; label++) {
                double[] pixels = every(values, label, classes, width * height);
                outcome.image("weights", Pictures.signed(width, height, pixels, label));
            }
        }
    }

    /** Return {@code count} values from {@code from} on, each {@code step} after the one before. */
    private static double[] every(float[] values, int from, int step, int count) {
        double[] chosen = new double[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = values[from + i * step];
        }
        return chosen;
    }
}
