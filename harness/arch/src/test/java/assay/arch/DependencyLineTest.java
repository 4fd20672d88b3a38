package assay.arch;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Hold the line: a package knows those to its left only. */
class DependencyLineTest {
    private static final List<String> LINE = List.of(
            "api",
            "data",
            "formula",
            "device",
            "assignment",
            "submission",
            "run",
            "timing",
            "check",
            "score",
            "result",
            "grade",
            "pull",
            "parity",
            "compare",
            "verify",
            "authoring",
            "junit",
            "report",
            "cli");

    /** Beside the line: these know the API (experiments also the data and DL4J's worker) and nothing else of Assay; nothing in the line knows them. */
    private static final Set<String> BESIDE = Set.of("worker", "reference", "experiment");

    @Test
    void classes_were_seen() {
        assertTrue(Project.CLASSES.contain("assay.cli.Main"), "assay.cli.Main was not imported");
    }

    @Test
    void every_package_has_its_place() {
        Set<String> homeless = new TreeSet<>();
        for (JavaClass type : Project.CLASSES) {
            String stage = stage(type);
            if (!LINE.contains(stage) && !BESIDE.contains(stage)) {
                homeless.add(type.getPackageName());
            }
        }
        assertEquals(Set.of(), homeless, "packages without a place in the line; give them one in design and here");
    }

    @Test
    void dependencies_run_one_way() {
        Set<String> against = new TreeSet<>();
        for (JavaClass type : Project.CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith("assay.") && !may(stage(type), stage(target))) {
                    against.add(dependency.getDescription());
                }
            }
        }
        assertTrue(against.isEmpty(), () -> "against the line " + LINE + ":\n" + String.join("\n", against));
    }

    @Test
    void stages_have_no_cycles() {
        slices().matching("assay.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(Project.CLASSES);
    }

    @Test
    void the_line_is_read_as_it_is_written() {
        assertTrue(may("cli", "api"));
        assertTrue(may("check", "check"));
        assertFalse(may("api", "cli"));
        assertFalse(may("check", "score"));
        assertTrue(may("worker", "api"));
        assertFalse(may("worker", "run"));
        assertFalse(may("worker", "reference"));
        assertFalse(may("cli", "worker"));
        assertTrue(may("experiment", "data"));
        assertTrue(may("experiment", "worker"));
        assertFalse(may("worker", "data"));
        assertFalse(may("cli", "experiment"));
    }

    private static boolean may(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        if (BESIDE.contains(from)) {
            return to.equals("api")
                    || from.equals("experiment") && Set.of("data", "worker").contains(to);
        }
        return LINE.contains(to) && LINE.indexOf(to) < LINE.indexOf(from);
    }

    /** The second part of the package: "check" for assay.check.numeric. */
    private static String stage(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 1 ? parts[1] : "";
    }
}
