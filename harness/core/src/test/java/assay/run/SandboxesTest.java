package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.testkit.Needs;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxesTest {
    private static final String ANSWERING =
            "@Solves(\"a\") Answers a(Inputs in) { System.out.print(\"hi\"); return Answers.of(\"k\", in.number(\"k\")); }";
    private static final String WAITING =
            "@Solves(\"a\") Answers a(Inputs in) { while (true) { Thread.onSpinWait(); } }";

    /** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET; and NEWUSER by itself (linux/sched.h). */
    private static final int ALL_NAMESPACES = 0x7e020000;

    private static final int USER_NAMESPACES = 0x10000000;

    @TempDir
    Path folder;

    @BeforeEach
    void pass() throws IOException {
        Needs.tool("bwrap");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void the_probe_sees_that_an_ordinary_process_is_open() throws IOException {
        SandboxOptions options = new SandboxOptions(true, 1, SandboxFixture.classPath(), folder.resolve("cache"));
        try (Spawner spawner = new Spawner()) {
            String complaint = LiveProbe.complaint(new BareEnclosure(WorkerStage.stage(options)), spawner, folder, 0)
                    .orElseThrow();
            for (String open : List.of("canary", "connect", "datagram", "write", "processes")) {
                assertTrue(complaint.contains(open), complaint);
            }
        }
    }

    @Test
    void where_namespaces_are_forbidden_code_of_strangers_is_refused() throws IOException {
        String said = String.join("\n", withoutNamespaces(ALL_NAMESPACES, "strangers"));
        assertTrue(said.startsWith("refused: this machine cannot isolate submissions ("), said);
        assertTrue(said.contains("--security-opt seccomp=unconfined"), said);
    }

    @Test
    void where_namespaces_are_forbidden_own_code_runs_unprotected() throws IOException {
        List<String> said = withoutNamespaces(ALL_NAMESPACES, "trusted");
        assertEquals("level C", said.get(0));
        assertTrue(said.get(1).startsWith("{1=Answered"), said.get(1));
    }

    /** What machines do that allow user namespaces to nobody; without them root still makes the others and leaves itself. */
    @Test
    void where_only_user_namespaces_are_forbidden_root_isolates_without_them() throws IOException {
        Assumptions.assumeTrue(Tools.isRoot(), "needs root");
        List<String> said = withoutNamespaces(USER_NAMESPACES, "strangers");
        assertEquals("level A", said.get(0), said.toString());
        assertTrue(said.get(1).startsWith("{1=Answered"), said.get(1));
    }

    @Test
    void a_killed_harness_leaves_no_child_and_its_folder_is_swept() throws IOException, InterruptedException {
        Process harness = start(List.of(), "strangers", WAITING);
        try (BufferedReader out = harness.inputReader(StandardCharsets.UTF_8)) {
            String level = out.readLine();
            Needs.that("level A".equals(level), "needs isolation, was " + level);
            await(() -> !survivors().isEmpty(), "the child must run");
            harness.destroyForcibly().waitFor();
            await(() -> survivors().isEmpty(), "the child must die with the harness");
        }
        assertTrue(hasRunFolder(), "the killed process cannot have cleaned up");
        Process next = start(List.of(), "strangers", ANSWERING);
        try (BufferedReader out = next.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("level A", out.readLine());
            assertTrue(out.readLine().startsWith("{1=Answered"));
        }
        assertTrue(next.waitFor(10, TimeUnit.SECONDS));
        assertFalse(hasRunFolder(), "nothing may be left");
    }

    private List<String> withoutNamespaces(int flags, String trust) throws IOException {
        Path filter = Files.write(folder.resolve("filter.bpf"), unnested(flags));
        List<String> before = List.of(
                "/bin/sh",
                "-c",
                "exec \"$@\" 9<" + filter,
                "sh",
                Needs.tool("bwrap").toString(),
                "--seccomp",
                "9",
                "--cap-add",
                "ALL",
                "--dev-bind",
                "/",
                "/",
                "--");
        try (BufferedReader out = start(before, trust, ANSWERING).inputReader(StandardCharsets.UTF_8)) {
            return out.lines().toList();
        }
    }

    /** Return a filter that only forbids some namespaces, as the default profile of containers does: unshare, clone, clone3. */
    private static byte[] unnested(int flags) {
        int[][] program = {
            {0x20, 0, 0, 0},
            {0x15, 0, 1, 435},
            {0x06, 0, 0, SystemCallFilter.ERRNO | SystemCallFilter.ENOSYS},
            {0x15, 1, 0, 272},
            {0x15, 0, 3, 56},
            {0x20, 0, 0, 16},
            {0x45, 0, 1, flags},
            {0x06, 0, 0, SystemCallFilter.ERRNO | SystemCallFilter.EPERM},
            {0x06, 0, 0, SystemCallFilter.ALLOW},
        };
        ByteBuffer bytes = ByteBuffer.allocate(8 * program.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int[] one : program) {
            bytes.putShort((short) one[0]).put((byte) one[1]).put((byte) one[2]).putInt(one[3]);
        }
        return bytes.array();
    }

    private Process start(List<String> before, String trust, String body) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Files.writeString(sources.resolve("Solution.java"), SandboxFixture.javaFile(body));
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "assay.run.OneRun",
                trust,
                SandboxFixture.cache().toString(),
                sources.toString(),
                "Solution.java"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(Map.of("SECRET", "topsecret"));
        return builder.start();
    }

    private List<String> survivors() throws IOException {
        return SandboxFixture.children(folder);
    }

    private boolean hasRunFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("assay-run-"));
        }
    }

    private static void await(Condition condition, String what) throws IOException, InterruptedException {
        for (int i = 0; i < 600 && !condition.holds(); i++) {
            TimeUnit.MILLISECONDS.sleep(25);
        }
        assertTrue(condition.holds(), what);
    }

    /** Be something that becomes true. */
    private interface Condition {
        boolean holds() throws IOException;
    }
}
