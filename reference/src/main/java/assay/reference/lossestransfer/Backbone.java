package assay.reference.lossestransfer;

import java.util.List;

/**
 * Count the parameters of a pretrained network layer by layer, as torchvision builds it.
 *
 * <p>Layers: AlexNet (Krizhevsky 2014, one column), VGG16 (Simonyan and Zisserman 2015, configuration D), ResNet (He et
 * al. 2016, table 1; convolutions without bias, a batch normalisation after each, projections where shapes change).
 *
 * @param name as in the task, for example {@code "resnet18"}
 * @param body number of parameters below the last fully connected layer
 * @param features number of inputs of the last layer
 * @param statistics running means and variances, which are no parameters
 */
record Backbone(String name, int body, int features, int statistics) {
    /** Return the five networks of the sheet. */
    static List<Backbone> all() {
        return List.of(
                alexNet(),
                vgg16(),
                residual("resnet18", false, 2, 2, 2, 2),
                residual("resnet50", true, 3, 4, 6, 3),
                residual("resnet101", true, 3, 4, 23, 3));
    }

    /** Count the last layer with {@code classes} outputs. */
    int head(int classes) {
        return dense(features, classes);
    }

    private static int convolution(int in, int out, int side) {
        return in * out * side * side;
    }

    private static int withBias(int in, int out, int side) {
        return convolution(in, out, side) + out;
    }

    private static int dense(int in, int out) {
        return in * out + out;
    }

    private static Backbone alexNet() {
        int body = withBias(3, 64, 11)
                + withBias(64, 192, 5)
                + withBias(192, 384, 3)
                + withBias(384, 256, 3)
                + withBias(256, 256, 3)
                + dense(256 * 6 * 6, 4096)
                + dense(4096, 4096);
        return new Backbone("alexnet", body, 4096, 0);
    }

    private static Backbone vgg16() {
        int body = 0;
        int in = 3;
        for (int out : new int[] {64, 64, 128, 128, 256, 256, 256, 512, 512, 512, 512, 512, 512}) {
            body += withBias(in, out, 3);
            in = out;
        }
        return new Backbone("vgg16", body + dense(512 * 7 * 7, 4096) + dense(4096, 4096), 4096, 0);
    }

    /** Build four stages of blocks; a bottleneck has four times as many outputs as inner channels. */
    private static Backbone residual(String name, boolean bottleneck, int... blocks) {
        int norms = 64;
        int body = convolution(3, 64, 7);
        int in = 64;
        for (int stage = 0; stage < blocks.length; stage++) {
            int inner = 64 << stage;
            int out = bottleneck ? 4 * inner : inner;
            for (int block = 0; block < blocks[stage]; block++) {
                body += bottleneck
                        ? convolution(in, inner, 1) + convolution(inner, inner, 3) + convolution(inner, out, 1)
                        : convolution(in, inner, 3) + convolution(inner, inner, 3);
                norms += bottleneck ? inner + inner + out : inner + inner;
                if (in != out) {
                    body += convolution(in, out, 1);
                    norms += out;
                }
                in = out;
            }
        }
        return new Backbone(name, body + 2 * norms, in, 2 * norms);
    }
}
