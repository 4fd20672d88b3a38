package assay.experiment.backbone;

import java.util.List;

/** Describe the residual nets (He et al. 2015): those for ImageNet as torchvision has them, and those for CIFAR-10. */
final class ResNets {
    private static final double EPSILON = 1e-5;
    private static final Window THREE = Window.of(3).padded(1);

    private ResNets() {}

    /** Describe ResNet-18: two blocks of two convolutions in each of four stages. */
    static Blueprint basic(Sketch sketch, int classes) {
        begin(sketch);
        for (int stage = 1; stage <= 4; stage++) {
            for (int block = 0; block < 2; block++) {
                String name = "layer" + stage + "." + block;
                int stride = stage > 1 && block == 0 ? 2 : 1;
                String shortcut = sketch.tip();
                if (stride == 2) {
                    shortcut = project(sketch, name, 32 << stage, stride);
                }
                pair(sketch, name, 32 << stage, stride);
                sketch.add(name, shortcut).rectify();
            }
        }
        return end(sketch, "resnet18", classes);
    }

    /** Describe a ResNet with blocks of 1 x 1, 3 x 3 and 1 x 1; the 3 x 3 has the stride, as in torchvision (version 1.5). */
    static Blueprint bottleneck(Sketch sketch, String title, List<Integer> blocks, int classes) {
        begin(sketch);
        for (int stage = 1; stage <= 4; stage++) {
            for (int block = 0; block < blocks.get(stage - 1); block++) {
                String name = "layer" + stage + "." + block;
                int planes = 32 << stage;
                int stride = stage > 1 && block == 0 ? 2 : 1;
                String shortcut = block == 0 ? project(sketch, name, 4 * planes, stride) : sketch.tip();
                sketch.convolve(name + ".conv1", planes, Window.of(1));
                sketch.normalize(name + ".bn1", EPSILON).rectify();
                sketch.convolve(name + ".conv2", planes, THREE.by(stride));
                sketch.normalize(name + ".bn2", EPSILON).rectify();
                sketch.convolve(name + ".conv3", 4 * planes, Window.of(1));
                sketch.normalize(name + ".bn3", EPSILON).add(name, shortcut).rectify();
            }
        }
        return end(sketch, title, classes);
    }

    /** Describe the ResNet of {@code depth} layers for CIFAR-10 (section 4.2), with shortcuts that have no parameters. */
    static Blueprint cifar(Sketch sketch, String title, int depth, int classes) {
        sketch.convolve("conv1", 16, THREE).normalize("bn1", EPSILON).rectify();
        for (int stage = 1; stage <= 3; stage++) {
            for (int block = 0; block < (depth - 2) / 6; block++) {
                String name = "layer" + stage + "." + block;
                int planes = 8 << stage;
                int stride = stage > 1 && block == 0 ? 2 : 1;
                String before = sketch.tip();
                String shortcut = stride == 1
                        ? before
                        : sketch.subsample(name + ".shortcut", planes).tip();
                sketch.from(before);
                pair(sketch, name, planes, stride);
                sketch.add(name, shortcut).rectify();
            }
        }
        String features = sketch.poolAll("features").tip();
        return Blueprint.of(title, Colours.IMAGENET, Naming.TORCH, sketch.connect("linear", classes), features);
    }

    private static void begin(Sketch sketch) {
        sketch.convolve("conv1", 64, Window.of(7).by(2).padded(3))
                .normalize("bn1", EPSILON)
                .rectify();
        sketch.poolMax(Window.of(3).by(2).padded(1));
    }

    private static Blueprint end(Sketch sketch, String title, int classes) {
        String features = sketch.poolAll("features").tip();
        return Blueprint.of(title, Colours.IMAGENET, Naming.TORCH, sketch.connect("fc", classes), features);
    }

    private static void pair(Sketch sketch, String name, int planes, int stride) {
        sketch.convolve(name + ".conv1", planes, THREE.by(stride));
        sketch.normalize(name + ".bn1", EPSILON).rectify();
        sketch.convolve(name + ".conv2", planes, THREE).normalize(name + ".bn2", EPSILON);
    }

    /** Bring the shortcut to other planes, and go on where it began. */
    private static String project(Sketch sketch, String name, int planes, int stride) {
        String before = sketch.tip();
        sketch.convolve(name + ".downsample.0", planes, Window.of(1).by(stride));
        String shortcut = sketch.normalize(name + ".downsample.1", EPSILON).tip();
        sketch.from(before);
        return shortcut;
    }
}
