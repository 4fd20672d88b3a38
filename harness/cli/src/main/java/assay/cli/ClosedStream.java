package assay.cli;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Make the word that closes GitHub's command stream until it is said again; nobody can foresee it. */
final class ClosedStream {
    private ClosedStream() {}

    static String token() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
