package assay.experiment.backbone;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Draw weights by the formula of ci/backbone-outputs.py and write them as .safetensors. */
final class DrawnWeights {
    private DrawnWeights() {}

    /** Write arrays of these names and shapes; return the file. */
    static Path write(Path file, Map<String, List<Integer>> arrays) throws IOException {
        StringBuilder header = new StringBuilder("{");
        long at = 0;
        for (Map.Entry<String, List<Integer>> array : arrays.entrySet()) {
            long end = at + 4L * size(array.getValue());
            header.append(header.length() == 1 ? "" : ",")
                    .append(String.format(
                            "\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}",
                            array.getKey(), array.getValue(), at, end));
            at = end;
        }
        byte[] text = header.append('}').toString().getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(little(8).putLong(text.length).array());
            out.write(text);
            for (Map.Entry<String, List<Integer>> array : arrays.entrySet()) {
                out.write(draw(array.getKey(), array.getValue()));
            }
        }
        return file;
    }

    private static byte[] draw(String name, List<Integer> shape) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.US_ASCII));
        int size = size(shape);
        ByteBuffer buffer = little(4 * size);
        double inputs = shape.isEmpty() ? 1 : (double) size / shape.get(0);
        for (int i = 0; i < size; i++) {
            int h = (i + (int) crc.getValue()) * 0x9E3779B1;
            h = (h ^ (h >>> 15)) * 0x85EBCA77;
            h ^= h >>> 13;
            double u = Integer.toUnsignedLong(h) / 4294967296.0 - 0.5;
            if (shape.size() > 1) {
                buffer.putFloat((float) (u * Math.sqrt(24 / inputs)));
            } else {
                buffer.putFloat(
                        (float) (name.endsWith("running_mean") || name.endsWith("bias") ? 0.2 * u : 1 + 0.4 * u));
            }
        }
        return buffer.array();
    }

    private static int size(List<Integer> shape) {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
