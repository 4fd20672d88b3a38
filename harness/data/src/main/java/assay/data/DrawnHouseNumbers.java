package assay.data;

import java.util.stream.IntStream;

/**
 * Draw house-number-like colour images of 32 by 32 pixels, as the cropped digits of SVHN: a stand-in where SVHN is not at
 * hand.
 *
 * <p>The digit in the middle counts; others often stand at its sides, cut off by the edge. Paint and wall have colours of
 * their own, lighter paint on darker wall more often than not; light falls unevenly, the picture is blurred and noisy.
 * Image {@code i} of a seed is the same on every JDK and does not depend on how many are drawn.
 */
public final class DrawnHouseNumbers {
    /** The height and width of an image. */
    public static final int SIDE = 32;

    private static final double JITTER = 0.22;
    private static final double LIGHT_ON_DARK = 0.9;
    private static final double BESIDE = 0.5;
    private static final double LEAST_CONTRAST = 0.28;

    private DrawnHouseNumbers() {}

    /** Draw the first {@code count} images of {@code seed}. */
    public static ImageSet draw(long seed, int count) {
        byte[] pixels = new byte[Math.multiplyExact(count, 3 * SIDE * SIDE)];
        byte[] labels = new byte[count];
        IntStream.range(0, count).parallel().forEach(image -> {
            SplitMix random = new SplitMix(seed, image);
            labels[image] = (byte) random.below(10);
            paint(numbers(labels[image], random), random, pixels, image * 3 * SIDE * SIDE);
        });
        return new ImageSet(3, SIDE, SIDE, 10, pixels, labels);
    }

    /** Draw the digit and its neighbours, all by the same hand. */
    private static Canvas numbers(int digit, SplitMix random) {
        Canvas canvas = new Canvas(SIDE);
        double middle = (SIDE - 1) / 2.0;
        double height = 23 * (1 + 0.09 * random.bell());
        double width = height * (0.95 + 0.13 * random.bell());
        double turn = 0.07 * random.bell();
        double slant = 0.1 * random.bell();
        double radius = random.between(1.1, 2.3);
        double soft = random.between(1, 2);
        double x = middle + random.bell();
        double y = middle + random.bell();
        double apart = width * random.between(0.78, 0.98);
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        for (int place = -1; place <= 1; place++) {
            if (place != 0 && !random.chance(BESIDE)) {
                continue;
            }
            Canvas.Pose pose = new Canvas.Pose(
                    cos * width,
                    -sin * height - cos * slant * height,
                    sin * width,
                    cos * height - sin * slant * height,
                    x + place * apart * cos,
                    y + place * apart * sin,
                    0,
                    0);
            int written = place == 0 ? digit : random.below(10);
            canvas.draw(Glyphs.write(written, JITTER, random), pose, radius, soft);
        }
        canvas.blur(random.between(0, 0.5));
        return canvas;
    }

    private static void paint(Canvas canvas, SplitMix random, byte[] pixels, int first) {
        double contrast = random.between(LEAST_CONTRAST, 0.75);
        double dark = random.between(0.02, 0.95 - contrast);
        boolean light = random.chance(LIGHT_ON_DARK);
        double across = 0.12 * random.bell();
        double down = 0.12 * random.bell();
        double noise = random.between(0, 0.06);
        for (int channel = 0; channel < 3; channel++) {
            double wall = (light ? dark : dark + contrast) + 0.07 * random.bell();
            double paint = (light ? dark + contrast : dark) + 0.07 * random.bell();
            for (int row = 0; row < SIDE; row++) {
                for (int column = 0; column < SIDE; column++) {
                    double ink = canvas.ink(row, column);
                    double shade = across * (column - SIDE / 2) / SIDE + down * (row - SIDE / 2) / SIDE;
                    double value = wall + (paint - wall) * ink + shade + noise * random.bell();
                    pixels[first + (channel * SIDE + row) * SIDE + column] = DrawnDigits.level(value);
                }
            }
        }
    }
}
