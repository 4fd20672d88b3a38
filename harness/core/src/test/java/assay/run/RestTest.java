package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.testkit.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there is no freezer, a child and all that it started are stopped by signals. */
class RestTest {
    /** Starts a second process, and both count without end. */
    private static final String BUSY = "while :; do :; done & echo ready; while :; do :; done";

    @TempDir
    private Path nowhere;

    @Test
    void every_process_of_a_tree_is_stopped_and_goes_on() throws IOException {
        Needs.tool("sh");
        Needs.that(Files.isDirectory(Path.of("/proc/self")), "needs /proc");
        Process child = new ProcessBuilder("sh", "-c", BUSY).start();
        try (Signals signals = new Signals()) {
            child.inputReader(StandardCharsets.US_ASCII).readLine();
            Set<Long> tree = ProcessTree.all(child.pid());
            assertEquals(2, tree.size(), tree.toString());
            Rest rest = new Rest(new ControlGroup(Map.of()), signals, child.pid());
            assertEquals("signals", rest.begin());
            assertEquals(Set.of(), ProcessTree.notStopped(child.pid()));
            rest.end();
            assertEquals(tree, ProcessTree.notStopped(child.pid()));
        } finally {
            ProcessTree.kill(child.toHandle());
        }
    }

    @Test
    void a_freezer_that_does_not_freeze_is_not_believed() throws IOException {
        Needs.tool("sh");
        Process child = new ProcessBuilder("sh", "-c", BUSY).start();
        try (Signals signals = new Signals()) {
            child.inputReader(StandardCharsets.US_ASCII).readLine();
            Files.writeString(nowhere.resolve("cgroup.events"), "populated 1\nfrozen 0\n");
            Rest rest = new Rest(new ControlGroup(Map.of("unified", nowhere)), signals, child.pid());
            assertEquals("signals", rest.begin());
            assertEquals(Set.of(), ProcessTree.notStopped(child.pid()));
            rest.end();
            assertEquals(ProcessTree.all(child.pid()), ProcessTree.notStopped(child.pid()));
        } finally {
            ProcessTree.kill(child.toHandle());
        }
    }
}
