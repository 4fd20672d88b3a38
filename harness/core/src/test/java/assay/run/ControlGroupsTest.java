package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders stand for the file systems of control groups; what the kernel makes of the numbers is seen in hostile runs. */
class ControlGroupsTest {
    private static final List<String> VERSION_2 = List.of("0::/user.slice/user-1000.slice/app.slice/shell.scope");

    @TempDir
    Path mount;

    private Path group(String name, String handedOn) throws IOException {
        Path folder = Files.createDirectories(mount.resolve(name));
        Files.writeString(folder.resolve("cgroup.subtree_control"), handedOn + "\n");
        Files.writeString(folder.resolve("cgroup.procs"), "");
        return folder;
    }

    private static String text(Path folder, String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void without_any_group_a_child_runs_without() {
        ControlGroups none = ControlGroups.find(mount, List.of());
        assertEquals("none", none.description());
        assertEquals(List.of(), none.create(SandboxFixture.USUAL).folders());
    }

    @Test
    void of_version_1_each_controller_has_a_folder_of_its_own() throws IOException {
        for (String controller : List.of("memory", "pids", "cpuacct", "devices")) {
            Files.createDirectories(mount.resolve(controller).resolve("jobs"));
        }
        ControlGroups found = ControlGroups.find(
                mount, List.of("4:memory:/jobs", "3:pids:/jobs", "2:cpu,cpuacct:/jobs", "1:devices:/jobs", "0::/"));
        assertEquals("cpuacct, memory, pids", found.description());
        List<Path> folders = found.create(SandboxFixture.USUAL).folders();
        assertEquals(3, folders.size());
        Path memory = folders.stream()
                .filter(one -> one.startsWith(mount.resolve("memory/jobs")))
                .findFirst()
                .orElseThrow();
        assertEquals(Long.toString(512L << 20), text(memory, "memory.limit_in_bytes"));
    }

    @Test
    void of_version_2_the_nearest_group_that_hands_memory_and_pids_on_is_taken() throws IOException {
        group("user.slice", "cpu memory pids");
        group("user.slice/user-1000.slice", "memory pids");
        Path app = group("user.slice/user-1000.slice/app.slice", "memory pids");
        group("user.slice/user-1000.slice/app.slice/shell.scope", "");
        ControlGroups found = ControlGroups.find(mount, VERSION_2);
        assertEquals("unified", found.description());
        Path folder = found.create(SandboxFixture.USUAL).folders().get(0);
        assertEquals(app, folder.getParent());
        assertEquals(Long.toString(512L << 20), text(folder, "memory.max"));
        assertEquals("104", text(folder, "pids.max"));
    }

    @Test
    void of_version_2_a_group_that_hands_nothing_on_is_not_taken() throws IOException {
        group("user.slice/user-1000.slice/app.slice/shell.scope", "cpu");
        assertEquals("none", ControlGroups.find(mount, VERSION_2).description());
    }

    @Test
    void only_the_groups_of_processes_that_no_longer_live_are_swept() throws IOException {
        Path app = group("user.slice/user-1000.slice/app.slice", "memory pids");
        long self = ProcessHandle.current().pid();
        Path own = Files.createDirectory(app.resolve("assay-" + self + "-1"));
        Path left = Files.createDirectory(app.resolve("assay-" + (1L << 30) + "-1"));
        ControlGroups.find(mount, VERSION_2);
        assertTrue(Files.exists(own));
        assertFalse(Files.exists(left));
    }

    @Test
    void memory_of_both_versions_tells_who_was_ended_for_it() throws IOException {
        Path folder = Files.createDirectories(mount.resolve("one"));
        Files.writeString(folder.resolve("memory.events"), "low 0\noom 1\noom_kill 2\noom_group_kill 0\n");
        assertTrue(new ControlGroup(java.util.Map.of("unified", folder)).ranOutOfMemory());
        Files.writeString(folder.resolve("memory.events"), "low 0\noom 1\noom_kill 0\noom_group_kill 0\n");
        assertFalse(new ControlGroup(java.util.Map.of("unified", folder)).ranOutOfMemory());
        Files.writeString(folder.resolve("memory.oom_control"), "under_oom 0\noom_kill 1\n");
        assertTrue(new ControlGroup(java.util.Map.of("memory", folder)).ranOutOfMemory());
    }

    @Test
    void what_groups_are_missing_is_told_with_a_way_to_have_them() {
        assertEquals("", IsolationAdvice.forGroups("unified"));
        assertEquals("", IsolationAdvice.forGroups("cpuacct, memory, pids"));
        assertTrue(Stream.of("none", "cpuacct")
                .allMatch(found -> IsolationAdvice.forGroups(found).contains("systemd-run --user --scope")));
    }
}
