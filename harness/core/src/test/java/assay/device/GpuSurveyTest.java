package assay.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.device.Missing.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class GpuSurveyTest {
    @TempDir
    private Path folder;

    private static List<Part> parts(GpuSurvey survey) {
        return survey.missing().stream().map(Missing::part).toList();
    }

    @Test
    void a_machine_without_anything_is_told_all_that_is_missing_the_driver_first() {
        GpuSurvey survey = GpuSurvey.of(new FakeNvidia(folder).machine());
        assertEquals(List.of(Part.DRIVER, Part.NODES, Part.LIBRARY, Part.TOOL), parts(survey));
        String why = survey.whyNot().orElseThrow();
        assertTrue(why.startsWith("no NVIDIA driver is loaded (/proc/driver/nvidia/version is missing)"), why);
        assertTrue(why.contains("modprobe nvidia"), why);
    }

    @Test
    void a_card_is_read_with_its_compute_capability() {
        GpuSurvey survey =
                GpuSurvey.of(FakeNvidia.with(folder, "NVIDIA L4", "8.9").machine());
        assertEquals(Optional.empty(), survey.whyNot());
        Gpu gpu = survey.gpus().get(0);
        assertEquals(Optional.of(new ComputeCapability(8, 9)), gpu.capability());
        assertEquals("NVIDIA L4, compute capability 8.9, 23034 MiB, driver 550.54.15", gpu.describe());
        assertEquals("550.54.15", survey.driver());
    }

    @Test
    void a_tool_that_does_not_know_compute_capabilities_is_asked_without() {
        FakeNvidia old = FakeNvidia.with(folder, "Tesla T4", "7.5").script("nvidia-smi", """
                        case "$*" in
                          *compute_cap*) echo 'Field "compute_cap" is not a valid field to query.'; exit 2 ;;
                          *) echo 'GPU-1, 00000000:00:04.0, Tesla T4, 470.57.02, 15109' ;;
                        esac
                        """);
        GpuSurvey survey = GpuSurvey.of(old.machine());
        assertEquals(Optional.empty(), survey.whyNot());
        assertEquals(Optional.empty(), survey.gpus().get(0).capability());
        Missing missing = Nd4jCuda.whyNot(survey.gpus().get(0)).orElseThrow();
        assertTrue(missing.what().contains("is not known"), missing.what());
    }

    @Test
    void what_the_tool_says_of_a_broken_driver_is_repeated() {
        FakeNvidia broken = FakeNvidia.with(folder, "NVIDIA L4", "8.9")
                .script("nvidia-smi", "echo 'Failed to initialize NVML: Driver/library version mismatch'; exit 18");
        GpuSurvey survey = GpuSurvey.of(broken.machine());
        assertEquals(List.of(Part.GPU), parts(survey));
        assertTrue(survey.whyNot().orElseThrow().contains("Driver/library version mismatch"), survey.toString());
    }

    @Test
    void a_container_without_the_driver_s_library_and_nodes_is_told_so() {
        FakeNvidia bare = new FakeNvidia(folder).driver("535.104.05").smi(FakeNvidia.card("NVIDIA L4", "8.9"));
        GpuSurvey survey = GpuSurvey.of(bare.machine());
        assertEquals(List.of(Part.NODES, Part.LIBRARY), parts(survey));
        assertTrue(survey.missing().get(1).sentence().contains("--gpus all"), survey.toString());
    }

    @Test
    void the_library_is_found_where_the_linker_knows_it() {
        FakeNvidia elsewhere = new FakeNvidia(folder)
                .driver("535.104.05")
                .node("nvidiactl")
                .node("nvidia-uvm")
                .smi(FakeNvidia.card("NVIDIA L4", "8.9"))
                .script("ldconfig", """
                        echo '	libcuda.so.1 (libc6) => /opt/nvidia/lib32/libcuda.so.1'
                        echo '	libcuda.so.1 (libc6,x86-64) => /opt/nvidia/lib64/libcuda.so.1'
                        """);
        assertEquals(
                List.of(Path.of("/opt/nvidia/lib64")),
                GpuSurvey.of(elsewhere.machine()).libraries());
    }

    @Test
    void a_card_needs_its_own_node_only_and_the_libraries_that_are_not_among_the_system_s() {
        FakeNvidia two = FakeNvidia.with(folder, "NVIDIA L4", "8.9")
                .node("nvidia1")
                .node("nvidia-modeset")
                .node("null")
                .file("/proc/driver/nvidia/gpus/0000:01:00.0/information", "Model: NVIDIA L4\nDevice Minor: \t 1\n")
                .file("/usr/local/nvidia/lib64/libcuda.so.1", "");
        GpuSurvey survey = GpuSurvey.of(two.machine());
        GpuAccess access = GpuAccess.of(survey.gpus().get(0), survey, two.machine());
        assertEquals(
                List.of(
                        "/dev/nvidia-modeset",
                        "/dev/nvidia-uvm",
                        "/dev/nvidia-uvm-tools",
                        "/dev/nvidia1",
                        "/dev/nvidiactl"),
                access.nodes().stream().map(Path::toString).toList());
        assertEquals(List.of(Path.of("/usr/local/nvidia/lib64")), access.libraries());
        assertEquals("/usr/local/nvidia/lib64", access.environment().get("LD_LIBRARY_PATH"));
        assertEquals(survey.gpus().get(0).uuid(), access.environment().get("CUDA_VISIBLE_DEVICES"));
    }

    @Test
    void a_query_that_hangs_up_or_writes_without_end_is_bounded() {
        Machine machine = new FakeNvidia(folder)
                .script("yes", "while :; do echo yes; done")
                .machine();
        assertTrue(machine.run(List.of("yes")).orElseThrow().printed().length() <= 1 << 20);
    }

    @Test
    void health_tells_a_card_that_is_gone_from_memory_that_is_left_over() {
        FakeNvidia well = FakeNvidia.with(folder, "NVIDIA L4", "8.9");
        Gpu gpu = GpuSurvey.of(well.machine()).gpus().get(0);
        GpuHealth health = new GpuHealth(well.machine(), gpu);
        assertEquals(Optional.empty(), health.failure());
        assertEquals(Optional.empty(), health.leftover(3));
        well.script("nvidia-smi", "echo '9000, 0'");
        assertTrue(
                health.leftover(3).orElseThrow().startsWith("8997 MiB on NVIDIA L4"),
                health.leftover(3).toString());
        well.script("nvidia-smi", "echo '3, 2'");
        assertTrue(health.failure().orElseThrow().contains("counts 2 errors of its memory"));
        well.script("nvidia-smi", "echo 'Unable to determine the device handle: GPU is lost'; exit 15");
        assertTrue(health.failure().orElseThrow().contains("GPU is lost"));
    }
}
