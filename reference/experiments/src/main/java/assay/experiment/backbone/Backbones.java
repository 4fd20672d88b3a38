package assay.experiment.backbone;

import java.util.List;

/** Describe the backbones, each once; everything else - counts, names, graphs - follows from the description. */
public final class Backbones {
    private static final double KERAS_EPSILON = 1e-3;
    private static final List<String> NAMES = List.of(
            "alexnet",
            "vgg16",
            "resnet18",
            "resnet50",
            "resnet101",
            "cifar-resnet20",
            "cifar-resnet32",
            "cifar-resnet44",
            "cifar-resnet56",
            "squeezenet1_0",
            "mobilenet_v1_025");

    private Backbones() {}

    /** Return the names. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Describe the backbone {@code name} for colour images of {@code side} x {@code side} and {@code classes}.
     *
     * @throws IllegalArgumentException if there is none of this name, or the images are too small for it
     */
    public static Blueprint of(String name, int side, int classes) {
        Sketch sketch = new Sketch(new Volume(3, side, side));
        return switch (name) {
            case "alexnet" -> alexNet(sketch, classes);
            case "vgg16" -> vgg16(sketch, classes);
            case "resnet18" -> ResNets.basic(sketch, classes);
            case "resnet50" -> ResNets.bottleneck(sketch, name, List.of(3, 4, 6, 3), classes);
            case "resnet101" -> ResNets.bottleneck(sketch, name, List.of(3, 4, 23, 3), classes);
            case "cifar-resnet20", "cifar-resnet32", "cifar-resnet44", "cifar-resnet56" ->
                ResNets.cifar(sketch, name, Integer.parseInt(name.substring(name.length() - 2)), classes);
            case "squeezenet1_0" -> squeezeNet(sketch, classes);
            case "mobilenet_v1_025" -> mobileNet(sketch, classes);
            default ->
                throw new IllegalArgumentException(
                        "there is no backbone '" + name + "'; known: " + String.join(", ", NAMES));
        };
    }

    /** Describe AlexNet as torchvision has it (Krizhevsky 2014, "One weird trick", without groups). */
    private static Blueprint alexNet(Sketch sketch, int classes) {
        Window pool = Window.of(3).by(2);
        Window three = Window.of(3).padded(1);
        sketch.convolveWithBias("features.0", 64, Window.of(11).by(4).padded(2))
                .rectify()
                .poolMax(pool);
        sketch.convolveWithBias("features.3", 192, Window.of(5).padded(2))
                .rectify()
                .poolMax(pool);
        sketch.convolveWithBias("features.6", 384, three).rectify();
        sketch.convolveWithBias("features.8", 256, three).rectify();
        sketch.convolveWithBias("features.10", 256, three).rectify().poolMax(pool);
        sketch.poolTo(6).flatten("flat").drop(0.5);
        sketch.connect("classifier.1", 4096).rectify().drop(0.5);
        String features = sketch.connect("classifier.4", 4096).rectify().tip();
        return torch("alexnet", sketch.connect("classifier.6", classes), features);
    }

    /** Describe VGG-16, configuration D of Simonyan and Zisserman 2014, as torchvision has it. */
    private static Blueprint vgg16(Sketch sketch, int classes) {
        int[][] blocks = {{64, 64}, {128, 128}, {256, 256, 256}, {512, 512, 512}, {512, 512, 512}};
        int place = 0; // torchvision counts convolutions, rectifications and poolings in one sequence
        for (int[] block : blocks) {
            for (int out : block) {
                sketch.convolveWithBias("features." + place, out, Window.of(3).padded(1))
                        .rectify();
                place += 2;
            }
            sketch.poolMax(Window.of(2).by(2));
            place++;
        }
        sketch.poolTo(7).flatten("flat");
        sketch.connect("classifier.0", 4096).rectify().drop(0.5);
        String features =
                sketch.connect("classifier.3", 4096).rectify().drop(0.5).tip();
        return torch("vgg16", sketch.connect("classifier.6", classes), features);
    }

    /** Describe SqueezeNet 1.0 (Iandola et al. 2016, table 1); images of 227 x 227 were meant. */
    private static Blueprint squeezeNet(Sketch sketch, int classes) {
        Window pool = Window.of(3).by(2);
        sketch.convolveWithBias("conv1", 96, Window.of(7).by(2)).rectify().poolMaxToEnd(pool);
        fire(fire(fire(sketch, "fire2", 16), "fire3", 16), "fire4", 32).poolMaxToEnd(pool);
        fire(fire(fire(fire(sketch, "fire5", 32), "fire6", 48), "fire7", 48), "fire8", 64)
                .poolMaxToEnd(pool);
        String last = fire(sketch, "fire9", 64).drop(0.5).tip();
        String features = sketch.poolAll("features").tip();
        sketch.from(last)
                .convolveWithBias("conv10", classes, Window.of(1).padded(1))
                .rectify()
                .poolAll("logits");
        return Blueprint.of("squeezenet1_0", Colours.CAFFE, Naming.TORCH, sketch, features)
                .withHead("conv10");
    }

    /** Squeeze to a few planes, then expand them by filters of 1 x 1 and of 3 x 3, four times as many each. */
    private static Sketch fire(Sketch sketch, String name, int squeezed) {
        String few = sketch.convolveWithBias(name + ".squeeze1x1", squeezed, Window.of(1))
                .rectify()
                .tip();
        String one = sketch.convolveWithBias(name + ".expand1x1", 4 * squeezed, Window.of(1))
                .rectify()
                .tip();
        sketch.from(few)
                .convolveWithBias(
                        name + ".expand3x3", 4 * squeezed, Window.of(3).padded(1))
                .rectify();
        return sketch.join(name, one, sketch.tip());
    }

    /** Describe MobileNet v1 with a quarter of the planes (Howard et al. 2017, table 1), as Keras has it. */
    private static Blueprint mobileNet(Sketch sketch, int classes) {
        int[] out = {16, 32, 32, 64, 64, 128, 128, 128, 128, 128, 128, 256, 256};
        List<Integer> halving = List.of(2, 4, 6, 12);
        sketch.convolve("conv1", 8, Window.of(3).by(2).paddedAfter(1));
        sketch.normalize("conv1_bn", KERAS_EPSILON).rectifyTo6();
        for (int block = 1; block <= out.length; block++) {
            Window window = Window.of(3);
            window = halving.contains(block) ? window.by(2).paddedAfter(1) : window.padded(1);
            sketch.convolveEach("conv_dw_" + block, window);
            sketch.normalize("conv_dw_" + block + "_bn", KERAS_EPSILON).rectifyTo6();
            sketch.convolve("conv_pw_" + block, out[block - 1], Window.of(1));
            sketch.normalize("conv_pw_" + block + "_bn", KERAS_EPSILON).rectifyTo6();
        }
        String features = sketch.poolAll("features").tip();
        sketch.drop(0.001).connect("conv_preds", classes);
        return Blueprint.of("mobilenet_v1_025", Colours.SYMMETRIC, Naming.KERAS, sketch, features);
    }

    private static Blueprint torch(String name, Sketch sketch, String features) {
        return Blueprint.of(name, Colours.IMAGENET, Naming.TORCH, sketch, features);
    }
}
