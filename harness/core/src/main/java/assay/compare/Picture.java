package assay.compare;

import java.util.Base64;

/**
 * Be a small picture: an image of the data with what was made of it, or a slice of the weights.
 *
 * @param channels 1 (grey) or 3 (red, green, blue), plane after plane
 * @param pixels Base64 of the unsigned bytes [channels, height, width]; of signed values 128 is zero
 * @param label what it is, "" where that means nothing
 * @param given what the model took it for
 * @param score how sure the model was, 0 to 1
 * @param largest size of the largest value of a signed picture, 0 for an image
 */
public record Picture(
        int width, int height, int channels, String pixels, String label, String given, double score, double largest) {
    private static final int MOST_SIDE = 512;

    public Picture {
        boolean sized = width >= 1 && height >= 1 && width <= MOST_SIDE && height <= MOST_SIDE;
        if (!sized || (channels != 1 && channels != 3)) {
            throw new IllegalArgumentException("a picture must be up to " + MOST_SIDE + " wide and high with 1 or 3"
                    + " channels, was " + width + " by " + height + " with " + channels);
        }
        int found = Base64.getDecoder().decode(pixels).length;
        if (found != width * height * channels) {
            throw new IllegalArgumentException(
                    "a picture must have " + width * height * channels + " pixels, has " + found);
        }
    }

    /** Return the bytes [channels, height, width]. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(pixels);
    }
}
