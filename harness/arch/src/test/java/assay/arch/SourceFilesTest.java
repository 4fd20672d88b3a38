package assay.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Hold what the style sheet says about source files. */
class SourceFilesTest {
    private static final int MOST_LINES = 400;
    private static final Pattern SOURCE = Pattern.compile(".*\\.(java|py|ftlh|sh)|.*/assay");
    private static final Pattern WILDCARD = Pattern.compile("import (static )?[\\w.]+\\.\\*;");

    /** Students get it as one file, which holds all that Python needs. */
    private static final String ONE_FILE = "assay.py";

    @Test
    void sources_were_seen() {
        assertTrue(sources().size() > 5, "only " + sources());
    }

    @Test
    void no_file_is_longer_than_400_lines() {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            int lines = Project.lines(file).size();
            if (lines > MOST_LINES && !ONE_FILE.equals(file.getFileName().toString())) {
                tooLong.add(Project.name(file) + ": " + lines);
            }
        }
        assertEquals(List.of(), tooLong);
    }

    @Test
    void nothing_is_imported_by_wildcard() {
        List<String> found = new ArrayList<>();
        for (Path file : Project.files(file -> file.toString().endsWith(".java"))) {
            for (String line : Project.lines(file)) {
                if (WILDCARD.matcher(line.strip()).matches()) {
                    found.add(Project.name(file) + ": " + line);
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void every_package_of_main_code_is_described_and_null_marked() {
        Set<String> bare = new TreeSet<>();
        for (Path file : Project.files(file -> file.toString().endsWith(".java"))) {
            if (!Project.name(file).contains("src/main/java/")) {
                continue;
            }
            Path description = file.resolveSibling("package-info.java");
            if (!Files.exists(description)
                    || !Project.lines(description).contains("@NullMarked")
                    || !Project.lines(description).get(0).startsWith("/**")) {
                bare.add(Project.name(description));
            }
        }
        assertEquals(Set.of(), bare);
    }

    private static List<Path> sources() {
        return Project.files(file -> SOURCE.matcher(Project.name(file)).matches());
    }
}
