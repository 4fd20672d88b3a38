package assay.experiment.backbone;

import assay.data.BadData;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Read a photograph as the nets for ImageNet were judged: the middle square of the image, its side 7/8 of the shorter one. */
public final class Photograph {
    private static final double PART = 0.875;

    private final BufferedImage image;

    private Photograph(BufferedImage image) {
        this.image = image;
    }

    /** Read {@code file}: JPEG, PNG, BMP or GIF. */
    public static Photograph read(Path file) throws BadData {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            if (image != null) {
                return new Photograph(image);
            }
        } catch (IOException e) {
            throw new BadData(file, "it cannot be read (" + e.getMessage() + ")", "Check that it is an image.");
        }
        throw new BadData(file, "it is no image that is read here", "Take a JPEG, PNG, BMP or GIF file.");
    }

    /** Return the photograph as {@code blueprint} expects it, [1, 3, height, width]. */
    public INDArray as(Blueprint blueprint) {
        Volume volume = blueprint.image();
        double side = PART * Math.min(image.getWidth(), image.getHeight());
        double left = (image.getWidth() - side) / 2;
        double top = (image.getHeight() - side) / 2;
        float[] values = new float[volume.size()];
        for (int row = 0; row < volume.height(); row++) {
            for (int column = 0; column < volume.width(); column++) {
                int[] pixel = average(
                        left + column * side / volume.width(),
                        top + row * side / volume.height(),
                        side / volume.width(),
                        side / volume.height());
                for (int plane = 0; plane < 3; plane++) {
                    values[(plane * volume.height() + row) * volume.width() + column] =
                            blueprint.colours().in(plane, pixel[0], pixel[1], pixel[2]);
                }
            }
        }
        return Nd4j.createFromArray(values).reshape(1, 3, volume.height(), volume.width());
    }

    /** Average red, green and blue over a rectangle, a pixel counting by how much of it is covered. */
    private int[] average(double left, double top, double width, double height) {
        double[] sum = new double[3];
        double weight = 0;
        for (int y = (int) top; y < Math.min(top + height, image.getHeight()); y++) {
            double rows = Math.min(y + 1, top + height) - Math.max(y, top);
            for (int x = (int) left; x < Math.min(left + width, image.getWidth()); x++) {
                double covered = rows * (Math.min(x + 1, left + width) - Math.max(x, left));
                int rgb = image.getRGB(x, y);
                sum[0] += covered * ((rgb >> 16) & 0xFF);
                sum[1] += covered * ((rgb >> 8) & 0xFF);
                sum[2] += covered * (rgb & 0xFF);
                weight += covered;
            }
        }
        return new int[] {
            (int) Math.round(sum[0] / weight), (int) Math.round(sum[1] / weight), (int) Math.round(sum[2] / weight)
        };
    }
}
