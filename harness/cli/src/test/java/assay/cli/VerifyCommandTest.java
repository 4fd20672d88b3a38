package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.testkit.Needs;
import org.junit.jupiter.api.Test;

class VerifyCommandTest {
    @Test
    void every_assignment_judges_its_samples_as_declared() {
        Needs.tool("bwrap");
        Needs.python();
        Shell shell = Shell.run("verify");
        assertTrue(shell.out().contains("verdicts verified, 0 not as declared."), shell.all());
        assertEquals(0, shell.code(), shell.all());
    }
}
