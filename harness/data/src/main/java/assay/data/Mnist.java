package assay.data;

import java.nio.file.Path;
import java.util.List;

/** Read the handwritten digits of MNIST (LeCun, Bottou, Bengio, Haffner 1998) from their four IDX files. */
final class Mnist {
    private static final int CLASSES = 10;
    private static final String WRONG = "Remove it and run 'assay data fetch mnist'.";

    private Mnist() {}

    /** Read one part from the files {@code images} and {@code labels}. */
    static ImageSet read(Path images, Path labels) throws BadData {
        return join(images, Idx.read(images), labels, Idx.read(labels));
    }

    /** Join what the two files hold. */
    static ImageSet join(Path imageFile, Idx images, Path labelFile, Idx labels) throws BadData {
        List<Integer> shape = images.shape();
        if (shape.size() != 3 || shape.get(1) < 1 || shape.get(2) < 1) {
            throw new BadData(imageFile, "it must hold images [n, height, width], holds " + shape, WRONG);
        } else if (labels.shape().size() != 1 || !labels.shape().get(0).equals(shape.get(0))) {
            String found = "it must hold " + shape.get(0) + " labels, one for each image, holds " + labels.shape();
            throw new BadData(labelFile, found, WRONG);
        }
        byte[] values = labels.values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || values[i] >= CLASSES) {
                throw new BadData(labelFile, "label " + i + " must be 0 to 9, is " + (values[i] & 0xFF), WRONG);
            }
        }
        return new ImageSet(1, shape.get(1), shape.get(2), CLASSES, images.values(), values);
    }
}
