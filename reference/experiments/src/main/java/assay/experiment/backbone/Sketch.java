package assay.experiment.backbone;

import assay.experiment.backbone.Step.Convolve;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draw a backbone: each call goes on where the one before it ended, unless {@link #from} says otherwise. */
final class Sketch {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Volume> volumes = new HashMap<>();
    private String tip = Blueprint.INPUT;

    /** Begin with an image. */
    Sketch(Volume image) {
        volumes.put(tip, image);
    }

    /** Return the name of what came last. */
    String tip() {
        return tip;
    }

    /** Return what came last. */
    Volume volume() {
        return volume(tip);
    }

    /** Go on after {@code node}. */
    Sketch from(String node) {
        volume(node);
        tip = node;
        return this;
    }

    /** Convolve without a bias, because a normalisation follows. */
    Sketch convolve(String name, int out, Window window) {
        return add(name, new Convolve(out, window, false), window.over(volume(), out));
    }

    /** Convolve with a bias. */
    Sketch convolveWithBias(String name, int out, Window window) {
        return add(name, new Convolve(out, window, true), window.over(volume(), out));
    }

    /** Convolve each plane alone. */
    Sketch convolveEach(String name, Window window) {
        return add(name, new Step.ConvolveEach(window), window.over(volume(), volume().channels()));
    }

    /** Normalise each plane. */
    Sketch normalize(String name, double epsilon) {
        return add(name, new Step.Normalize(epsilon), volume());
    }

    /** Connect everything with {@code out} units. */
    Sketch connect(String name, int out) {
        return add(name, new Step.Connect(out), new Volume(out, 1, 1));
    }

    /** Cut off below 0. */
    Sketch rectify() {
        return add(unnamed("relu"), new Step.Rectify(Double.POSITIVE_INFINITY), volume());
    }

    /** Cut off below 0 and above 6. */
    Sketch rectifyTo6() {
        return add(unnamed("relu6"), new Step.Rectify(6), volume());
    }

    /** Take the largest of each window, which stays within the image. */
    Sketch poolMax(Window window) {
        return add(unnamed("pool"), new Step.PoolMax(window), window.over(volume(), volume().channels()));
    }

    /**
     * Take the largest of each window; the last window of a row or column may leave the image ("ceil mode"). Zeros are added
     * for it, so this must follow a rectification.
     */
    Sketch poolMaxToEnd(Window window) {
        if (volume().height() != volume().width()) {
            throw new IllegalArgumentException("must be a square, is " + volume());
        }
        int over = (volume().height() - window.side()) % window.stride();
        return poolMax(over == 0 ? window : window.paddedAfter(window.stride() - over));
    }

    /** Average to planes of {@code side} x {@code side}, or repeat to them. */
    Sketch poolTo(int side) {
        for (int extent : new int[] {volume().height(), volume().width()}) {
            if (extent % side != 0 && side % extent != 0) {
                throw new IllegalArgumentException("planes of " + volume().height() + " x " + volume().width()
                        + " cannot be averaged evenly to " + side + " x " + side + "; take images of 224 x 224");
            }
        }
        return add(unnamed("average"), new Step.PoolTo(side), new Volume(volume().channels(), side, side));
    }

    /** Average each plane to one number. */
    Sketch poolAll(String name) {
        return add(name, new Step.PoolAll(), new Volume(volume().channels(), 1, 1));
    }

    /** Read planes as a vector. */
    Sketch flatten(String name) {
        return add(name, new Step.Flatten(), new Volume(volume().size(), 1, 1));
    }

    /** Drop numbers while training. */
    Sketch drop(double probability) {
        return add(unnamed("dropout"), new Step.Drop(probability), volume());
    }

    /** Add {@code other} to what came last. */
    Sketch add(String name, String other) {
        if (!volume(other).equals(volume())) {
            throw new IllegalArgumentException("cannot add " + volume(other) + " to " + volume() + " at " + name);
        }
        return add(name, new Step.Add(), List.of(tip, other), volume());
    }

    /** Put the planes of {@code second} behind those of {@code first}. */
    Sketch join(String name, String first, String second) {
        Volume volume =
                volume(first).planes(volume(first).channels() + volume(second).channels());
        return add(name, new Step.Join(), List.of(first, second), volume);
    }

    /** Take every second row and column of {@code out} planes, those that are missing zero. */
    Sketch subsample(String name, int out) {
        Volume volume = Window.of(1).by(2).over(volume(), out);
        return add(name, new Step.Subsample(out), volume);
    }

    /** Return the extents of the image. */
    Volume image() {
        return volume(Blueprint.INPUT);
    }

    /** Return the nodes. */
    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    private Sketch add(String name, Step step, Volume out) {
        return add(name, step, List.of(tip), out);
    }

    private Sketch add(String name, Step step, List<String> inputs, Volume out) {
        if (volumes.putIfAbsent(name, out) != null) {
            throw new IllegalArgumentException("there are two nodes '" + name + "'");
        }
        nodes.add(new Node(name, step, inputs, volume(inputs.get(0)), out));
        tip = name;
        return this;
    }

    private String unnamed(String kind) {
        return kind + "@" + nodes.size();
    }

    private Volume volume(String node) {
        Volume volume = volumes.get(node);
        if (volume == null) {
            throw new IllegalArgumentException("there is no node '" + node + "'");
        }
        return volume;
    }
}
