package assay.run;

import static assay.run.SandboxFixture.answered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Text;
import assay.device.Gpu;
import assay.device.GpuAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Run children under the command line of a GPU, with two harmless devices of every Linux in the place of its nodes and a module
 * of the submission in the place of PyTorch. What a GPU does is not tested: there is none.
 */
@EnabledOnOs(OS.LINUX)
class GpuChildTest {
    @TempDir
    private static Path folder;

    private static SandboxFixture fixture;

    /** Does as PyTorch does, with a device that fails when it is told to. */
    private static final String TORCH = """
            __version__ = "0.0 made up"
            class version:
                cuda = "12.4"
            class cuda:
                began, synced, peak, broken = False, 0, 0, False
                @classmethod
                def is_available(cls): return True
                @classmethod
                def is_initialized(cls): return cls.began
                @classmethod
                def synchronize(cls):
                    cls.synced += 1
                    if cls.broken: raise RuntimeError("CUDA error: an illegal memory access was encountered")
                @classmethod
                def reset_peak_memory_stats(cls): cls.peak = 0
                @classmethod
                def max_memory_allocated(cls): return cls.peak
                @classmethod
                def get_device_name(cls): return "made-up card"
            class backends:
                class cuda:
                    class matmul: allow_tf32 = False
                class cudnn: allow_tf32 = True
            def is_autocast_enabled(): return False
            """;

    @BeforeAll
    static void open() {
        Gpu gpu = new Gpu("GPU-0", "", "made-up card", Optional.empty(), "", 0);
        GpuAccess access = new GpuAccess(
                gpu,
                List.of(Path.of("/dev/zero"), Path.of("/dev/full")),
                List.of(),
                List.of(),
                Map.of("CUDA_VISIBLE_DEVICES", "GPU-0"));
        fixture = SandboxFixture.isolated(folder, access);
        fixture.needsPython();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static ChildTrace run(String body, String... tasks) throws Exception {
        return fixture.run(
                Language.PYTHON,
                GpuLimits.of(SandboxFixture.USUAL),
                Map.of(
                        "made_up.py",
                        TORCH,
                        "solution.py",
                        "import assay, made_up as torch, sys\nfrom assay import solves\nsys.modules['torch'] = torch\n"
                                + body),
                tasks);
    }

    @Test
    void the_whole_probe_holds_beside_devices_but_the_level_is_b() {
        assertEquals(IsolationLevel.B, fixture.sandbox().level());
        assertTrue(fixture.sandbox().explanation().startsWith("Level B: as level A"));
        assertTrue(
                fixture.sandbox().facts().get("no-torch") != null,
                "no PyTorch can be used on a card that is not there");
    }

    @Test
    void devices_can_be_opened_and_memory_files_made_and_sys_read() throws Exception {
        ChildTrace trace = run("""
                import os
                @solves("a")
                def a(x, k):
                    os.close(os.memfd_create("m"))
                    with open("/dev/zero", "rb") as zero: zeros = len(zero.read(4))
                    return {"zeros": zeros, "cpu": os.path.isdir("/sys/devices"), "groups": len(os.listdir("/sys/fs")),
                            "seen": os.environ["CUDA_VISIBLE_DEVICES"], "device": assay.device()}
                """, "a");
        Outcome.Answered answer = answered(trace, "a#0");
        assertEquals(4, answer.answers().tensor("zeros").item());
        assertEquals(0, answer.answers().tensor("groups").item());
        assertEquals(Optional.of(new Text("GPU-0")), answer.answers().get("seen"));
        assertEquals(Optional.of(new Text("cuda")), answer.answers().get("device"));
    }

    @Test
    void a_child_says_where_it_computed_and_waits_for_the_device_before_it_answers() throws Exception {
        ChildTrace trace = run("""
                @solves("a")
                def a(x, k):
                    torch.cuda.began, torch.cuda.peak = True, 4096
                    return {"synced": torch.cuda.synced}
                @solves("b")
                def b(x, k): return {"synced": torch.cuda.synced}
                """, "a", "b");
        assertEquals(0, answered(trace, "a#0").answers().tensor("synced").item());
        // Once after the first answer, once before the second.
        assertEquals(2, answered(trace, "b#1").answers().tensor("synced").item());
        DeviceWork work = trace.devices().get("a#0");
        assertEquals(
                new DeviceWork(
                        Device.CUDA,
                        "torch 0.0 made up with CUDA 12.4",
                        "made-up card",
                        4096,
                        List.of("TF32 in convolutions")),
                work);
        assertEquals(0, trace.devices().get("b#1").bytes(), "what the answer before held does not count");
    }

    @Test
    void a_task_that_breaks_the_device_costs_no_other_task_its_answer() throws Exception {
        ChildTrace trace = run("""
                @solves("a")
                def a(x, k):
                    torch.cuda.began = torch.cuda.broken = True
                    return {"y": 1}
                @solves("b")
                def b(x, k): return {"y": 2}
                """, "a", "b");
        assertTrue(SandboxFixture.failed(trace, "a#0").message().contains("illegal memory access"));
        assertEquals(2, answered(trace, "b#1").answers().tensor("y").item());
        assertEquals(2.0, trace.observed().get("starts"));
    }

    @Test
    void a_child_without_any_framework_says_so() throws Exception {
        ChildTrace trace = fixture.python("@solves(\"a\")\ndef a(x, k): return {\"y\": 1}\n", "a");
        DeviceWork work = trace.devices().get("a#0");
        assertEquals(Device.CPU, work.on());
        assertEquals(0, work.bytes());
        assertFalse(work.framework().contains("torch"));
    }
}
