package assay.data.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Find and make files of weights. */
final class WeightFiles {
    private WeightFiles() {}

    /** Return a file that PyTorch wrote. */
    static Path of(String name) {
        try {
            return Path.of(WeightFiles.class.getResource("/weights/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Return how the SHA-256 of a file begins. */
    static String sum(String name) throws IOException, NoSuchAlgorithmException {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(of(name)));
        return HexFormat.of().formatHex(sum).substring(0, 8);
    }

    /** Write a .safetensors file with {@code header} and so many bytes of numbers. */
    static Path safe(Path folder, String header, int bytes) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        byte[] file = ByteBuffer.allocate(8 + text.length + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
        return Files.write(folder.resolve("made.safetensors"), file);
    }

    /** Write a zip of two arrays: float32 by columns, and float16. */
    static Path npz(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ByteBuffer kernel = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < 4; i++) {
                kernel.putFloat(i);
            }
            entry(zip, "conv/kernel", "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 2), }\n", kernel.array());
            entry(zip, "bias", "{'descr': '<f2', 'fortran_order': False, 'shape': (2,), }\n", new byte[] {
                0, 0x38, 0, (byte) 0xC0
            });
        }
        return Files.write(folder.resolve("made.npz"), bytes.toByteArray());
    }

    private static void entry(ZipOutputStream zip, String name, String header, byte[] values) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        ByteBuffer head = ByteBuffer.allocate(10 + header.length()).order(ByteOrder.LITTLE_ENDIAN);
        head.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length());
        zip.write(head.put(header.getBytes(StandardCharsets.US_ASCII)).array());
        zip.write(values);
        zip.closeEntry();
    }
}
