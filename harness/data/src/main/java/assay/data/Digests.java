package assay.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Compute SHA-256. */
final class Digests {
    private Digests() {}

    /** Begin a sum. */
    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** End a sum, in hexadecimal digits. */
    static String end(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Return the sum over a file. */
    static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    /** Return the sum over all that comes. */
    static String of(InputStream in) throws IOException {
        MessageDigest digest = begin();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return end(digest);
    }

    /** Return the sum over the pixels and labels of both sets. */
    static String of(ImageSet train, ImageSet test) {
        MessageDigest digest = begin();
        for (ImageSet set : new ImageSet[] {train, test}) {
            digest.update(set.pixels());
            digest.update(set.labels());
        }
        return end(digest);
    }
}
