package assay.experiment.backbone;

/** Say how many planes of which size an image or a layer's answer has; a vector has planes of 1 x 1. */
public record Volume(int channels, int height, int width) {
    /** Check the extents. */
    public Volume {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("must have at least one number, is " + channels + " planes of " + height
                    + " x " + width + "; is the image too small for this net?");
        }
    }

    /** Return the count of numbers. */
    public int size() {
        return channels * height * width;
    }

    /** Return other planes of the same size. */
    Volume planes(int count) {
        return new Volume(count, height, width);
    }
}
