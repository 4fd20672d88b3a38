package assay.assignment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Add up named contents to one SHA-256; names and lengths are part of it, so nothing can be moved between contents. */
public final class Digest {
    private final MessageDigest sha256;

    /** Start with nothing. */
    public Digest() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK must have SHA-256", e);
        }
    }

    /** Add one content. */
    public Digest add(String name, byte[] content) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        sha256.update(ByteBuffer.allocate(12)
                .putInt(nameBytes.length)
                .putLong(content.length)
                .array());
        sha256.update(nameBytes);
        sha256.update(content);
        return this;
    }

    /** Return the sum as 64 hex digits. */
    public String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** Add up files below {@code folder}, in the given order. */
    public static String ofFiles(Path folder, List<String> names) {
        Digest digest = new Digest();
        try {
            for (String name : names) {
                digest.add(name, Files.readAllBytes(folder.resolve(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.hex();
    }
}
