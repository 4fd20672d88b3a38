import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import assay.api.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The logged loss takes the softmax of what the output layer has taken it of already; biases are not counted. */
class Solution {
    private static final int EPOCHS = 10;
    private static final int BATCH = 25;

    @Solves("digits/convnet")
    Answers convnet(Inputs in) {
        TrainingSet training = TrainingSet.open(in);
        int split = training.size() - training.size() / 5;
        DataSet train = part(training, 0, split);
        DataSet validation = part(training, split, training.size());
        MultiLayerNetwork net = new MultiLayerNetwork(configuration(in.integer("seed")));
        net.init();
        Random random = new Random(in.integer("seed"));
        List<Double> losses = new ArrayList<>(List.of(twice(net, train)));
        List<Double> accuracies = new ArrayList<>();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            train.shuffle(random.nextLong());
            for (DataSet batch : train.batchBy(BATCH)) {
                net.fit(batch);
            }
            losses.add(twice(net, train));
            int[] labels = labels(net, validation.getFeatures());
            int right = 0;
            for (int n = 0; n < labels.length; n++) {
                right += labels[n] == training.label(split + n) ? 1 : 0;
            }
            accuracies.add(right / (double) labels.length);
        }
        return Answers.of("predictions", labels(net, images(training.images(in))))
                .and("losses", losses)
                .and("accuracies", accuracies)
                .and("parameters", (int) net.numParams() - 18);
    }

    static double twice(MultiLayerNetwork net, DataSet set) {
        double[][] outputs = net.output(set.getFeatures()).toDoubleMatrix();
        int[] labels = set.getLabels().argMax(1).toIntVector();
        double sum = 0;
        for (int n = 0; n < labels.length; n++) {
            double all = 0;
            for (double output : outputs[n]) {
                all += Math.exp(output);
            }
            sum += Math.log(all) - outputs[n][labels[n]];
        }
        return sum / labels.length;
    }

    static MultiLayerConfiguration configuration(int seed) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(0.003))
                .list()
                .layer(new ConvolutionLayer.Builder(5, 5)
                        .stride(2, 2)
                        .nOut(8)
                        .activation(Activation.RELU)
                        .build())
                .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(10)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(28, 28, 1))
                .build();
    }

    static int[] labels(MultiLayerNetwork net, INDArray images) {
        return net.output(images).argMax(1).toIntVector();
    }

    static INDArray images(List<byte[]> images) {
        float[] all = new float[images.size() * 784];
        for (int n = 0; n < images.size(); n++) {
            for (int i = 0; i < 784; i++) {
                all[784 * n + i] = (images.get(n)[i] & 0xFF) / 255f;
            }
        }
        return Nd4j.createFromArray(all).reshape(images.size(), 1, 28, 28);
    }

    static DataSet part(TrainingSet training, int from, int to) {
        List<byte[]> images = new ArrayList<>();
        INDArray labels = Nd4j.zeros(DataType.FLOAT, to - from, 10);
        for (int n = from; n < to; n++) {
            images.add(training.image(n));
            labels.putScalar(n - from, training.label(n), 1);
        }
        return new DataSet(images(images), labels);
    }
}
