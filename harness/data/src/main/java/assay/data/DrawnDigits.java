package assay.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Draw digit-like grey images of 28 by 28 pixels, white on black, as MNIST has them: a stand-in where MNIST is not at hand.
 *
 * <p>Image {@code i} of a seed is the same on every JDK and does not depend on how many are drawn: a digit, each equally
 * likely; one of its three forms, written by an unsteady hand; turned, slanted, stretched, waved and moved; a pen of 0.7 to
 * 1.7 pixels radius; ink that is uneven, and now and then a stray stroke.
 */
public final class DrawnDigits {
    /** The height and width of an image. */
    public static final int SIDE = 28;

    private static final double DIGIT_HEIGHT = 19;
    private static final double JITTER = 0.45;

    private DrawnDigits() {}

    /** Draw the first {@code count} images of {@code seed}. */
    public static ImageSet draw(long seed, int count) {
        byte[] pixels = new byte[Math.multiplyExact(count, SIDE * SIDE)];
        byte[] labels = new byte[count];
        IntStream.range(0, count).parallel().forEach(image -> {
            SplitMix random = new SplitMix(seed, image);
            labels[image] = (byte) random.below(10);
            draw(labels[image], random, pixels, image * SIDE * SIDE);
        });
        return new ImageSet(1, SIDE, SIDE, 10, pixels, labels);
    }

    private static void draw(int digit, SplitMix random, byte[] pixels, int first) {
        Canvas canvas = new Canvas(SIDE);
        double radius = random.between(0.7, 1.7);
        double soft = random.between(0.9, 1.6);
        canvas.draw(Glyphs.write(digit, JITTER, random), pose(random), radius, soft);
        if (random.chance(0.08)) {
            stray(canvas, random);
        }
        double full = random.between(0.75, 1.05);
        double uneven = random.between(0, 0.12);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double ink = canvas.ink(row, column) * (full + uneven * random.bell());
                pixels[first + row * SIDE + column] = level(ink);
            }
        }
    }

    private static Canvas.Pose pose(SplitMix random) {
        double turn = 0.13 * random.bell();
        double slant = 0.08 + 0.22 * random.bell();
        double height = DIGIT_HEIGHT * (1 + 0.07 * random.bell());
        double width = height * (0.98 + 0.14 * random.bell());
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        double middle = (SIDE - 1) / 2.0;
        return new Canvas.Pose(
                cos * width,
                -sin * height - cos * slant * height,
                sin * width,
                cos * height - sin * slant * height,
                middle + 1.2 * random.bell(),
                middle + 1.0 * random.bell(),
                0.5 * random.bell(),
                random.between(0, 2 * StrictMath.PI));
    }

    private static void stray(Canvas canvas, SplitMix random) {
        double x = random.between(2, SIDE - 3);
        double y = random.between(2, SIDE - 3);
        double[] stroke = {x, y, x + 2 * random.bell(), y + 2 * random.bell()};
        Canvas.Pose asItIs =
                new Canvas.Pose(Glyphs.HEIGHT, 0, 0, Glyphs.HEIGHT, Glyphs.CENTRE_X, Glyphs.CENTRE_Y, 0, 0);
        canvas.draw(List.of(stroke), asItIs, 0.6, 1);
    }

    /** Turn 0 to 1 into a byte. */
    static byte level(double brightness) {
        return (byte) (int) Math.rint(255 * Math.max(0, Math.min(1, brightness)));
    }
}
