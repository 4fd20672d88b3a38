package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.assignment.Limits;
import assay.device.FakeNvidia;
import assay.device.GpuAccess;
import assay.device.GpuSurvey;
import assay.device.Machine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Looks at assembled command lines only: no GPU is here. */
@EnabledOnOs(OS.LINUX)
class GpuEnclosureTest {
    @TempDir
    private Path folder;

    private List<String> command(boolean gpu) {
        Machine machine = FakeNvidia.with(folder, "NVIDIA L4", "8.9").machine();
        GpuSurvey survey = GpuSurvey.of(machine);
        GpuAccess access = GpuAccess.of(survey.gpus().get(0), survey, machine);
        WorkerFiles files = new WorkerFiles(
                Path.of("/jdk-here"), List.of(), Path.of("/w/assay.py"), Path.of("/w/filter.bpf"), Path.of("/w"));
        Enclosure enclosure = new BubblewrapEnclosure(
                files, BubblewrapEnclosure.Namer.USER, gpu ? Optional.of(access) : Optional.empty());
        assertEquals(gpu ? IsolationLevel.B : IsolationLevel.A, enclosure.level());
        return enclosure.wrap(
                List.of("python3"),
                new Confinement(Language.PYTHON, Path.of("/s"), Limits.standard(), 0, List.of(), List.of()));
    }

    private static int at(List<String> command, String... words) {
        for (int i = 0; i + words.length <= command.size(); i++) {
            if (command.subList(i, i + words.length).equals(List.of(words))) {
                return i;
            }
        }
        throw new AssertionError(List.of(words) + " is not in " + command);
    }

    @Test
    void nodes_are_bound_as_devices_after_dev_is_made_and_before_it_becomes_read_only() {
        List<String> command = command(true);
        int made = at(command, "--dev", "/dev");
        int closed = at(command, "--remount-ro", "/dev");
        for (String node : List.of("/dev/nvidia0", "/dev/nvidiactl", "/dev/nvidia-uvm", "/dev/nvidia-uvm-tools")) {
            int bound = at(command, "--dev-bind", node, node);
            assertTrue(made < bound && bound < closed, node);
        }
        int driver = at(command, "--ro-bind", "/proc/driver/nvidia", "/proc/driver/nvidia");
        assertTrue(at(command, "--proc", "/proc") < driver);
    }

    @Test
    void what_the_kernel_tells_about_devices_can_be_read_but_control_groups_are_hidden() {
        List<String> command = command(true);
        assertTrue(at(command, "--ro-bind", "/sys", "/sys") < at(command, "--tmpfs", "/sys/fs"));
        assertTrue(at(command, "--remount-ro", "/sys/fs") < at(command, "--remount-ro", "/"));
    }

    @Test
    void the_child_is_told_its_device() {
        List<String> command = command(true);
        at(command, "--setenv", "ASSAY_DEVICE", "cuda");
        at(command, "--setenv", "CUDA_VISIBLE_DEVICES", "GPU-11111111-2222-3333-4444-555555555555");
        at(command, "--setenv", "CUDA_CACHE_DISABLE", "1");
        at(command(false), "--setenv", "ASSAY_DEVICE", "cpu");
    }

    @Test
    void address_space_is_bounded_on_the_cpu_only_as_cuda_reserves_more_than_there_is() {
        assertTrue(command(false).stream().anyMatch(word -> word.startsWith("--as=")));
        assertFalse(command(true).stream().anyMatch(word -> word.startsWith("--as=") || word.startsWith("--data=")));
        assertTrue(command(true).contains("--nofile=1024"));
    }

    @Test
    void on_the_cpu_nothing_of_a_gpu_is_seen() {
        List<String> command = command(false);
        assertFalse(
                command.stream().anyMatch(word -> word.contains("nvidia") || word.equals("/sys")), command.toString());
    }

    @Test
    void without_isolation_the_same_variables_are_given_and_gpus_are_hidden_from_the_cpu_s_children() {
        WorkerFiles files = new WorkerFiles(
                Path.of("/jdk-here"), List.of(), Path.of("/w/assay.py"), Path.of("/w/filter.bpf"), Path.of("/w"));
        List<String> command = new BareEnclosure(files, Optional.empty())
                .wrap(
                        List.of("python3"),
                        new Confinement(Language.PYTHON, Path.of("/s"), Limits.standard(), 0, List.of(), List.of()));
        assertTrue(at(command, "CUDA_VISIBLE_DEVICES=") < at(command, "--", "python3"));
        at(command, "ASSAY_DEVICE=cpu");
    }
}
