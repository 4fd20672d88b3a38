package assay.bench;

import assay.assignment.Assignment;
import assay.assignment.AssignmentReader;
import assay.check.CheckStage;
import assay.run.References;
import assay.run.Seeds;
import assay.submission.Submission;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Hold the sheet {@code dnn-basics} and its reference submission, as they lie in the checkout. */
@State(Scope.Benchmark)
public class SheetState {
    private static final String SHEET = "assignments/dnn-basics";

    private final Path folder = root().resolve(SHEET);
    private final Assignment assignment = AssignmentReader.read(folder, true);
    private final References references = References.find(assignment);
    private final CheckStage checks = new CheckStage(assignment, references);

    /** Return the folder of the project: the one above this class's jar that has the sheet. */
    static Path root() {
        try {
            Path from = Path.of(SheetState.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path above = from; above != null; above = above.getParent()) {
                if (Files.isRegularFile(above.resolve(SHEET).resolve(AssignmentReader.DESCRIPTION))) {
                    return above;
                }
            }
            throw new IllegalStateException("no folder above " + from + " has " + SHEET + "; run from a checkout");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Return the folder of the sheet. */
    public Path folder() {
        return folder;
    }

    /** Return the sheet with its private zone. */
    public Assignment assignment() {
        return assignment;
    }

    /** Return the reference solutions. */
    public References references() {
        return references;
    }

    /** Return the sheet's checks, bound once as for a class. */
    public CheckStage checks() {
        return checks;
    }

    /** Return the reference submission's answers file as a submission that was taken in. */
    public Submission paper() {
        return new Submission(
                "reference", folder.resolve("private/samples/reference"), List.of(Submission.ANSWERS), "", List.of());
    }

    /** Return the seed of {@code student}. */
    public Seeds seeds(String student) {
        return Seeds.derive("benchmark", student, assignment.id(), assignment.version());
    }
}
