package assay.experiment.image;

import assay.api.Fields;
import assay.api.Values;
import assay.data.ImageSet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Put pictures into messages. */
public final class Pictures {
    private Pictures() {}

    /** Return an image of a data set, with its label, what a model took it for, and how sure the model was, 0 to 1. */
    public static Fields of(ImageSet images, int image, int label, int given, double score) {
        int from = image * images.imageBytes();
        byte[] pixels = Arrays.copyOfRange(images.pixels(), from, from + images.imageBytes());
        Map<String, Object> picture = size(images.width(), images.height(), images.channels());
        picture.put("pixels", Base64.getEncoder().encodeToString(pixels));
        picture.put("label", label);
        picture.put("given", given);
        picture.put("score", score);
        return (Fields) Values.of(picture);
    }

    /** Return weights [height, width] that may have either sign, as 32-bit floats; {@code label} is the class they speak for. */
    public static Fields signed(int width, int height, double[] weights, int label) {
        Map<String, Object> picture = signedValues(width, height, weights);
        picture.put("label", label);
        return (Fields) Values.of(picture);
    }

    /** Return weights [height, width] that may have either sign and speak for no class. */
    public static Fields signed(int width, int height, double[] weights) {
        return (Fields) Values.of(signedValues(width, height, weights));
    }

    private static Map<String, Object> signedValues(int width, int height, double[] weights) {
        ByteBuffer bytes = ByteBuffer.allocate(weights.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double weight : weights) {
            bytes.putFloat((float) weight);
        }
        Map<String, Object> picture = size(width, height, 1);
        picture.put("signed", true);
        picture.put("values", Base64.getEncoder().encodeToString(bytes.array()));
        return picture;
    }

    private static Map<String, Object> size(int width, int height, int channels) {
        Map<String, Object> picture = new LinkedHashMap<>();
        picture.put("width", width);
        picture.put("height", height);
        picture.put("channels", channels);
        return picture;
    }
}
