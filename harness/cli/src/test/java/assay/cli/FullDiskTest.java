package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full or read-only ends a run with a sentence that says so, and --resume goes on once it is mended. */
class FullDiskTest {
    @TempDir
    private Path folder;

    private Path disk;

    private static boolean runs(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @BeforeEach
    void mount_a_small_disk() throws IOException {
        disk = Files.createDirectories(folder.resolve("disk"));
        boolean mounted = runs("mount", "-t", "tmpfs", "-o", "size=640k", "assay-test", disk.toString());
        Assumptions.assumeTrue(mounted, "this test needs to mount a small disk, which only root may");
        for (int i = 0; i < 6; i++) {
            Path own = Files.createDirectories(folder.resolve("class/student-" + i));
            Files.writeString(
                    own.resolve("answers.yaml"),
                    "assignment: dnn-basics\nanswers:\n  linreg/derivatives:\n    dw0: " + i + "\n");
        }
    }

    @AfterEach
    void unmount() {
        runs("umount", "-l", disk.toString());
    }

    private Shell grade(Object... more) {
        Path out = disk.resolve("out");
        return more.length == 0
                ? Shell.run("grade", "dnn-basics", folder.resolve("class"), "-o", out, "-j", "1")
                : Shell.run("grade", "dnn-basics", folder.resolve("class"), "-o", out, "-j", "1", more[0]);
    }

    @Test
    void a_full_disk_ends_the_run_and_space_lets_it_go_on() {
        Shell full = grade();
        assertEquals(3, full.code(), full.all());
        assertTrue(full.err().contains("No space left on device"), full.err());
        assertTrue(full.err().contains("--resume"), full.err());
        assertTrue(runs("mount", "-o", "remount,size=32m", disk.toString()), "the disk grows");
        Shell resumed = grade("--resume");
        assertEquals(1, resumed.code(), resumed.all());
        assertTrue(resumed.out().contains("6 submissions in"), resumed.all());
    }

    @Test
    void a_read_only_disk_is_told_before_anything_runs() {
        assertTrue(runs("mount", "-o", "remount,ro", disk.toString()), "the disk becomes read-only");
        Shell shell = grade();
        assertEquals(3, shell.code(), shell.all());
        assertTrue(shell.err().contains("Read-only file system"), shell.err());
    }
}
