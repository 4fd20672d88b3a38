package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.assignment.Library;
import assay.assignment.Limits;
import assay.device.FakeNvidia;
import assay.device.Gpu;
import assay.device.GpuSurvey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Judges made-up runs on a made-up card. */
@DisabledOnOs(OS.WINDOWS)
class DeviceSandboxTest {
    private static final DeviceWork WORK =
            new DeviceWork(Device.CUDA, "torch 2.4.0 with CUDA 12.4", "NVIDIA L4", 1 << 20, List.of());
    private static final DeviceWork NOTHING =
            new DeviceWork(Device.CPU, "torch 2.4.0 with CUDA 12.4", "", 0, List.of());
    private static final String IDLE = """
            case "$*" in
              *--loop-ms*) for i in 1 2 3 4 5 6 7 8 9; do echo "3, 0"; sleep 0.02; done ;;
              *) echo "3, [N/A]" ;;
            esac
            """;

    @TempDir
    private Path folder;

    private FakeNvidia nvidia = new FakeNvidia(Path.of("."));
    private Gpu gpu = new Gpu("", "", "", Optional.empty(), "", 0);

    @BeforeEach
    void build() {
        nvidia = FakeNvidia.with(folder, "NVIDIA L4", "8.9");
        gpu = GpuSurvey.of(nvidia.machine()).gpus().get(0);
    }

    /** Runs nothing: answers as {@code trace} says, after a moment in which the card is looked at. */
    private static final class Scripted extends SandboxStub {
        private final Function<ChildPlan, ChildTrace> trace;

        Scripted(Function<ChildPlan, ChildTrace> trace) {
            super(IsolationLevel.B);
            this.trace = trace;
        }

        @Override
        public ChildTrace run(ChildPlan plan) {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return trace.apply(plan);
        }
    }

    private DeviceSandbox sandbox(Function<ChildPlan, ChildTrace> trace) {
        return new DeviceSandbox(
                new Scripted(trace), gpu, nvidia.machine(), DeviceLock.of(folder, gpu.uuid()), Map.of(), 1);
    }

    private static ChildPlan plan(Language language, Library... libraries) {
        return new ChildPlan(
                language,
                Path.of("/"),
                List.of("a.py"),
                Limits.standard(),
                List.of(new Request("1", "t", "draw 1", false, Inputs.none())),
                TrainingFiles.none(),
                List.of(libraries),
                Sufficiency.never());
    }

    private static ChildTrace trace(Outcome outcome, Map<String, DeviceWork> devices) {
        return new ChildTrace(
                Map.of("1", outcome), "", List.of("python 3.11: ended"), List.of(), Map.of(), Map.of(), devices);
    }

    private static ChildTrace answered(Map<String, DeviceWork> devices) {
        return trace(new Outcome.Answered(Answers.of("x", 1), 2.5), devices);
    }

    private static Outcome.Failed failed(ChildTrace trace) {
        return assertInstanceOf(Outcome.Failed.class, trace.outcomes().get("1"));
    }

    @Test
    void an_answer_that_was_computed_on_the_card_stands() {
        ChildTrace run = sandbox(plan -> answered(Map.of("1", WORK))).run(plan(Language.PYTHON));
        assertInstanceOf(Outcome.Answered.class, run.outcomes().get("1"));
        assertTrue(run.children().contains("says: torch 2.4.0 with CUDA 12.4 on NVIDIA L4, 1.0 MiB"), run.toString());
        assertTrue(run.children().get(2).contains("500 MiB at most on NVIDIA L4, busy up to 40 %"), run.toString());
    }

    @Test
    void an_answer_without_any_work_on_the_card_is_a_fault_that_says_what_to_do() {
        Outcome.Failed fault =
                failed(sandbox(plan -> answered(Map.of("1", NOTHING))).run(plan(Language.PYTHON)));
        assertEquals(Fault.DEVICE, fault.fault());
        assertTrue(fault.message().startsWith("No GPU work was observed."), fault.message());
        assertTrue(fault.message().contains("assay.device()"), fault.message());
    }

    @Test
    void a_child_that_only_says_that_it_worked_is_not_believed_against_the_driver() {
        nvidia.script("nvidia-smi", IDLE);
        Outcome.Failed fault =
                failed(sandbox(plan -> answered(Map.of("1", WORK))).run(plan(Language.PYTHON)));
        assertEquals(Fault.DEVICE, fault.fault());
        assertTrue(fault.message().contains("The driver saw neither memory taken nor a kernel run"), fault.message());
    }

    @Test
    void another_framework_is_believed_by_what_the_driver_saw() {
        DeviceWork other = new DeviceWork(Device.CPU, "jax", "", -1, List.of());
        ChildTrace run = sandbox(plan -> answered(Map.of("1", other))).run(plan(Language.PYTHON));
        assertInstanceOf(Outcome.Answered.class, run.outcomes().get("1"));
    }

    @Test
    void a_library_that_fell_back_to_the_processor_is_nobody_s_fault() {
        DeviceWork fallen = new DeviceWork(Device.CPU, "ND4J CpuBackend", "", 0, List.of());
        Outcome.Failed fault =
                failed(sandbox(plan -> answered(Map.of("1", fallen))).run(plan(Language.JAVA, Library.DL4J)));
        assertEquals(Fault.HARNESS, fault.fault());
        assertTrue(fault.message().startsWith("Wrong device"), fault.message());
    }

    @Test
    void java_without_a_library_for_it_is_not_run() {
        Outcome.Failed fault = failed(sandbox(plan -> {
                    throw new AssertionError("must not run");
                })
                .run(plan(Language.JAVA)));
        assertEquals(Fault.HARNESS, fault.fault());
        assertTrue(fault.message().startsWith("Not run on cuda"), fault.message());
    }

    @Test
    void a_card_that_is_lost_during_a_run_pauses_the_batch_until_it_is_well() {
        AtomicInteger runs = new AtomicInteger();
        Outcome crash = new Outcome.Failed(Fault.CRASHED, "The program crashed.", "");
        DeviceSandbox sandbox = sandbox(plan -> {
            runs.incrementAndGet();
            nvidia.script("nvidia-smi", "echo 'GPU is lost'; exit 15");
            return trace(crash, Map.of());
        });
        Outcome.Failed first = failed(sandbox.run(plan(Language.PYTHON)));
        assertEquals(Fault.HARNESS, first.fault(), "a failing card may have made this crash");
        Outcome.Failed second = failed(sandbox.run(plan(Language.PYTHON)));
        assertEquals(Fault.HARNESS, second.fault());
        assertTrue(second.message().contains("The batch is paused"), second.message());
        assertEquals(1, runs.get());
        nvidia.smi("");
        sandbox.run(plan(Language.PYTHON));
        assertEquals(2, runs.get());
    }

    @Test
    void memory_that_an_ended_program_left_in_use_pauses_the_batch() {
        DeviceSandbox sandbox = sandbox(plan -> answered(Map.of("1", WORK)));
        sandbox.run(plan(Language.PYTHON));
        nvidia.script("nvidia-smi", "echo '9000, 0'");
        Outcome.Failed second = failed(sandbox.run(plan(Language.PYTHON)));
        assertEquals(Fault.HARNESS, second.fault());
        assertTrue(second.message().contains("8997 MiB on NVIDIA L4 are in use"), second.message());
    }

    @Test
    void one_submission_at_a_time_runs_on_a_device() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        DeviceSandbox sandbox = sandbox(plan -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            now.decrementAndGet();
            return answered(Map.of("1", WORK));
        });
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> sandbox.run(plan(Language.PYTHON)));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(1, most.get());
    }

    @Test
    void children_get_more_time_and_memory_than_on_the_processor() {
        List<Limits> given = new ArrayList<>();
        sandbox(plan -> {
                    given.add(plan.limits());
                    return answered(Map.of("1", WORK));
                })
                .run(plan(Language.PYTHON));
        assertTrue(given.get(0).startSeconds() > Limits.standard().startSeconds());
        assertTrue(given.get(0).memoryMiB() > Limits.standard().memoryMiB());
    }
}
