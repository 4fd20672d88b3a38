package assay.experiment.backbone;

import java.util.List;

/**
 * Say how the pixels go in that a net was trained with: (value - mean) / deviation for a value of 0 to 255.
 *
 * @param blueFirst true if the planes are blue, green, red
 * @param means by plane, in the order in which the planes go in
 */
public record Colours(boolean blueFirst, List<Double> means, List<Double> deviations) {
    /** Mean and deviation over ImageNet, as torchvision's weights expect them (its documentation, "Models"). */
    public static final Colours IMAGENET = new Colours(
            false, List.of(255 * 0.485, 255 * 0.456, 255 * 0.406), List.of(255 * 0.229, 255 * 0.224, 255 * 0.225));

    /** To -1 ... 1, as the MobileNets of Keras expect it (keras.applications.mobilenet.preprocess_input). */
    public static final Colours SYMMETRIC =
            new Colours(false, List.of(127.5, 127.5, 127.5), List.of(127.5, 127.5, 127.5));

    /** Blue first, without the mean, as nets trained with Caffe expect it (SqueezeNet, README of its release). */
    public static final Colours CAFFE = new Colours(true, List.of(104.0, 117.0, 123.0), List.of(1.0, 1.0, 1.0));

    /** Check that there are three planes. */
    public Colours {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        if (means.size() != 3 || deviations.size() != 3) {
            throw new IllegalArgumentException("must have means and deviations of three planes");
        }
    }

    /** Return what goes in on {@code plane} for a pixel. */
    public float in(int plane, int red, int green, int blue) {
        int value = plane == 1 ? green : (plane == 0) == blueFirst ? blue : red;
        return (float) ((value - means.get(plane)) / deviations.get(plane));
    }
}
