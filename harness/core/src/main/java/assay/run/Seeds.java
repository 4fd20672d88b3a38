package assay.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derive what is random in a run from one seed, so that a record can be reproduced: HMAC-SHA-256 (RFC 2104).
 *
 * @param hex the derived seed of one submission, 64 hex digits; the course secret cannot be found from it
 */
public record Seeds(String hex) {
    /** Derive the seed of a submission from the course secret: HMAC(secret, student | assignment | version). */
    public static Seeds derive(String secret, String student, String assignment, int version) {
        byte[] key = ("assay:" + secret).getBytes(StandardCharsets.UTF_8);
        return new Seeds(HexFormat.of().formatHex(mac(key, student + "|" + assignment + "|" + version)));
    }

    /** Return the seed for the draws of one task. */
    public long draws(String task) {
        return ByteBuffer.wrap(mac(HexFormat.of().parseHex(hex), "draw|" + task))
                .getLong();
    }

    /** Return the id of one request: 32 hex digits that a submission cannot foresee. */
    public String requestId(String task, int index) {
        byte[] mac = mac(HexFormat.of().parseHex(hex), "request|" + task + "|" + index);
        return HexFormat.of().formatHex(mac, 0, 16);
    }

    private static byte[] mac(byte[] key, String message) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(key, "HmacSHA256"));
            return hmac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK must have HmacSHA256", e);
        }
    }
}
