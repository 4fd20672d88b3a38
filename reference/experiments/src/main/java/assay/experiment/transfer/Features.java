package assay.experiment.transfer;

/**
 * Hold what a frozen backbone makes of images.
 *
 * @param values one row of features per image
 * @param microseconds it took per image, enlarging included
 * @param mebibytes the most memory that the process had meanwhile, 0 where the system does not say
 */
@SuppressWarnings("ArrayRecordComponent") // large, handed over once and only read
record Features(float[][] values, long microseconds, long mebibytes) {
    /** Return how many numbers there are for an image. */
    int width() {
        return values.length == 0 ? 0 : values[0].length;
    }
}
