package assay.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Know the paths that decide how is graded: a pull request may change them, but what it changed is never used.
 *
 * <p>Patterns begin at the top of the repository; {@code *} is any text within a name, {@code **} any text, and a pattern
 * that ends in {@code /} means all below. Upper and lower case are the same, because on some machines they are.
 */
final class ProtectedPaths {
    private static final List<String> USUAL = List.of(
            ".ci/",
            ".circleci/",
            ".git*",
            ".github/",
            ".gitlab/",
            ".mvn/",
            "Jenkinsfile",
            "assay",
            "assay*.yaml",
            "assay.cmd",
            "assignments/",
            "ci/",
            "harness/",
            "pom.xml",
            "reference/",
            "reports/");
    private static final Pattern PAPERS = Pattern.compile("[^/]*\\.md|LICENSE[^/]*|\\.editorconfig");

    private final List<Pattern> patterns = new ArrayList<>();

    ProtectedPaths(PullSettings settings) {
        List<String> all = new ArrayList<>(USUAL);
        all.add(settings.assignments() + "/");
        all.addAll(settings.protect());
        all.forEach(pattern -> patterns.add(translate(pattern)));
    }

    boolean contains(String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    /** Say whether {@code path} is of no interest: a paper at the top, such as README.md. */
    static boolean isPaper(String path) {
        return PAPERS.matcher(path).matches();
    }

    private static Pattern translate(String pattern) {
        StringBuilder regex = new StringBuilder();
        String whole = pattern.endsWith("/") ? pattern + "**" : pattern;
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            boolean twice = c == '*' && i + 1 < whole.length() && whole.charAt(i + 1) == '*';
            if (twice) {
                regex.append(".*");
                i++;
            } else {
                regex.append(c == '*' ? "[^/]*" : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
