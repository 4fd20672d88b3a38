package assay.result;

import assay.assignment.Digest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Make folder names out of the ids of submissions: readable, safe on every file system, different for different ids. */
public final class SubmissionKey {
    private SubmissionKey() {}

    /** Return a slug of at most 40 letters and 8 hex digits of the id's SHA-256. */
    public static String of(String id) {
        String plain = Normalizer.normalize(id, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String slug =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String hash = new Digest()
                .add("id", id.getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, 8);
        String head = slug.substring(0, Math.min(40, slug.length()));
        return (head.isEmpty() ? "submission" : head) + "-" + hash;
    }
}
