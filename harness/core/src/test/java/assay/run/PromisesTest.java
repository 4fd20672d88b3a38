package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import assay.api.Text;
import assay.testkit.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the other tests of isolation leave open of the promises in SECURITY.md; which test guards which is in decision note 0004. */
class PromisesTest {
    private static final Map<String, String> WAITING = Map.of("a.py", """
            import time
            from assay import solves
            @solves("slow")
            def slow(x, k):
                time.sleep(2)
                return {"k": k}
            """);

    @TempDir
    static Path folder;

    static SandboxFixture fixture;

    @BeforeAll
    static void open() {
        fixture = SandboxFixture.isolated(folder);
        fixture.needsPython();
    }

    @AfterAll
    static void close() {
        if (fixture != null) {
            fixture.close();
        }
    }

    /** With the cure taken out (ProcessBuilder's environment kept), the environment of the build stands in it. */
    @Test
    void no_process_around_a_submission_has_an_environment_of_ours() throws Exception {
        List<String> seen = new ArrayList<>();
        Thread run = new Thread(() -> {
            try {
                fixture.run(Language.PYTHON, SandboxFixture.USUAL, WAITING, "slow");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        run.start();
        while (run.isAlive()) {
            try (Stream<ProcessHandle> children = ProcessHandle.current().descendants()) {
                children.forEach(child -> seen.addAll(environment(child)));
            }
            Thread.sleep(50);
        }
        run.join();
        List<String> known =
                List.of("ASSAY_DEVICE", "HOME", "LANG", "TZ", "PATH", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "PWD");
        assertFalse(seen.isEmpty(), "the environment of the child itself must have been seen");
        assertEquals(
                List.of(),
                seen.stream()
                        .distinct()
                        .filter(entry -> !known.contains(entry.split("=", 2)[0]) || entry.equals("PATH=" + ownPath()))
                        .toList());
    }

    /** With a namespace taken out of the command line, its link is that of this process; the filter hides the loss of "net". */
    @Test
    void every_namespace_of_a_child_is_its_own() throws IOException {
        ChildTrace trace = fixture.python("""
                import os
                @solves("names")
                def names(x, k):
                    return {name: os.readlink("/proc/self/ns/" + name) for name in NAMES}
                NAMES = ("cgroup", "ipc", "mnt", "net", "pid", "uts")
                """, "names");
        SandboxFixture.answered(trace, "names#0").answers().fields().byName().forEach((name, link) -> {
            try {
                Path own = Files.readSymbolicLink(Path.of("/proc/self/ns/" + name));
                assertNotEquals(new Text(own.toString()), link, name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** With the cure taken out (one thread per child), the kernel ends the child with the thread that started it. */
    @Test
    void a_child_outlives_the_thread_that_asked_for_it() throws Exception {
        try (Spawner spawner = new Spawner()) {
            List<Process> started = new ArrayList<>();
            Thread asking = new Thread(() -> {
                try {
                    String bwrap = Needs.tool("bwrap").toString();
                    Process child = spawner.start(List.of(
                            bwrap, "--die-with-parent", "--dev-bind", "/", "/", "/bin/sh", "-c", "echo up; sleep 1"));
                    started.add(child);
                    assertEquals('u', child.getInputStream().read(), "the child has asked to die with its parent");
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            asking.start();
            asking.join();
            assertEquals(0, started.get(0).waitFor());
        }
    }

    private static String ownPath() {
        String path = System.getenv("PATH");
        return path == null ? "" : path;
    }

    private static List<String> environment(ProcessHandle process) {
        try {
            String all = Files.readString(Path.of("/proc/" + process.pid() + "/environ"), StandardCharsets.ISO_8859_1);
            return Stream.of(all.split("\0")).filter(entry -> !entry.isEmpty()).toList();
        } catch (IOException e) {
            return List.of(); // it ended in the meantime, or may not be read
        }
    }
}
