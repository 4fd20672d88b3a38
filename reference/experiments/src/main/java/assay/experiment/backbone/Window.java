package assay.experiment.backbone;

/**
 * Say which square a convolution or pooling looks at, how far it moves and what is added around the image.
 *
 * @param before rows above and columns to the left that are added
 * @param after rows below and columns to the right that are added
 */
public record Window(int side, int stride, int before, int after) {
    /** Return a window of {@code side} x {@code side} that moves by 1 over the image as it is. */
    static Window of(int side) {
        return new Window(side, 1, 0, 0);
    }

    /** Return the window with another step. */
    Window by(int step) {
        return new Window(side, step, before, after);
    }

    /** Return the window over an image with {@code rim} rows and columns more on each side. */
    Window padded(int rim) {
        return new Window(side, stride, rim, rim);
    }

    /** Return the window over an image that has {@code rim} rows below and columns to the right more. */
    Window paddedAfter(int rim) {
        return new Window(side, stride, 0, rim);
    }

    /** Return what comes out for an extent; the window never leaves the padded image. */
    int over(int extent) {
        return (extent + before + after - side) / stride + 1;
    }

    /** Return the volume of {@code channels} planes that comes out. */
    Volume over(Volume in, int channels) {
        return new Volume(channels, over(in.height()), over(in.width()));
    }
}
