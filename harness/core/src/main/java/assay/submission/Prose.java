package assay.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hold what a student wrote for a person to read: {@code prose.md}, cut at its headings {@code ## name}.
 *
 * @param sections text by heading, in the order of the file; blank ones are left out
 */
public record Prose(Map<String, String> sections) {
    /** Name the file at the top of a submission. */
    public static final String NAME = "prose.md";

    private static final int MOST_BYTES = 512 * 1024;
    private static final Pattern HEADING = Pattern.compile("##\\s+`?([^`\\s]+)`?\\s*");

    public Prose {
        sections = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    }

    /** Read the prose of a submission; one without the file has none, and what is beyond 512 KiB is not read. */
    public static Prose read(Submission submission) throws IOException {
        if (!submission.files().contains(NAME)) {
            return new Prose(Map.of());
        }
        try (InputStream in = Files.newInputStream(submission.folder().resolve(NAME))) {
            return parse(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        }
    }

    /** Cut {@code text} at its headings; a heading within a fenced block is none. */
    static Prose parse(String text) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder current = new StringBuilder();
        boolean fenced = false;
        for (String line : text.lines().toList()) {
            fenced ^= line.strip().startsWith("```");
            Matcher heading = HEADING.matcher(line);
            if (!fenced && heading.matches()) {
                current = sections.computeIfAbsent(heading.group(1), name -> new StringBuilder());
            } else {
                current.append(line).append('\n');
            }
        }
        Map<String, String> written = new LinkedHashMap<>();
        sections.forEach((name, section) -> {
            if (!section.toString().isBlank()) {
                written.put(name, section.toString().strip());
            }
        });
        return new Prose(written);
    }
}
