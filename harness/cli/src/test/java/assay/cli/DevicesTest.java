package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Tensor;
import assay.api.Value;
import assay.assignment.Assignment;
import assay.check.Verdict;
import assay.data.DataHome;
import assay.device.Machine;
import assay.parity.Format;
import assay.parity.Parity;
import assay.parity.ParityFile;
import assay.parity.ParityRun;
import assay.parity.ParityStage;
import assay.run.Exchange;
import assay.run.Outcome;
import assay.run.References;
import assay.run.Request;
import assay.run.RunPlanner;
import assay.run.Seeds;
import assay.run.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at machines that are made up, and at one processor in two precisions in the place of two devices. */
class DevicesTest {
    @TempDir
    private Path folder;

    /** Has what is listed, and one card of which nvidia-smi speaks; without files it has nothing. */
    private record MadeUp(Map<String, String> files, String card) implements Machine {
        @Override
        public Optional<String> text(Path file) {
            return Optional.ofNullable(files.get(file.toString()));
        }

        @Override
        public boolean exists(Path file) {
            return files.containsKey(file.toString());
        }

        @Override
        public List<Path> entries(Path in) {
            return files.keySet().stream()
                    .map(Path::of)
                    .filter(file -> in.equals(file.getParent()))
                    .toList();
        }

        @Override
        public Optional<Reply> run(List<String> command) {
            return card.isEmpty() || !command.get(0).equals("nvidia-smi")
                    ? Optional.empty()
                    : Optional.of(new Reply(0, card));
        }

        @Override
        public Optional<Running> follow(List<String> command, Consumer<String> lines) {
            return Optional.empty();
        }
    }

    private Workspace on(Machine machine) {
        return new Workspace(Shell.home(), Shell.lib(), new DataHome(folder), new Devices(machine));
    }

    private Workspace bare() {
        return on(new MadeUp(Map.of(), ""));
    }

    private static MadeUp hopper() {
        return new MadeUp(
                Map.of(
                        "/proc/driver/nvidia/version", "NVRM version: Kernel Module  580.65.06  x",
                        "/dev/nvidiactl", "",
                        "/dev/nvidia-uvm", "",
                        "/dev/nvidia0", "",
                        "/usr/lib/x86_64-linux-gnu/libcuda.so.1", ""),
                "GPU-1, 00000000:01:00.0, NVIDIA H100 80GB HBM3, 580.65.06, 81559, 9.0");
    }

    @Test
    void without_a_gpu_nothing_is_passed_or_failed_on_it() {
        Shell shell = Shell.run(bare(), "check", Shell.sample("published"), "--device", "cuda", "--out", folder);
        assertEquals(ExitCode.NOT_JUDGED.code(), shell.code(), shell.all());
        assertTrue(shell.err().contains("not run on cuda: no NVIDIA driver is loaded"), shell.err());
        assertEquals("", shell.out());
    }

    @Test
    void all_devices_give_the_results_of_those_that_are_there_and_say_which_was_not_run() throws IOException {
        Shell shell = Shell.run(bare(), "check", Shell.sample("published"), "--device", "all", "--out", folder);
        assertEquals(ExitCode.NOT_JUDGED.code(), shell.code(), shell.all());
        assertTrue(shell.out().contains("Side by side"), shell.out());
        assertTrue(shell.out().contains("cuda: not run on cuda: no NVIDIA driver"), shell.out());
        try (Stream<Path> pages = Files.walk(folder)) {
            Path page = pages.filter(file -> file.endsWith("index.html"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(Files.readString(page).contains("nothing was judged there"), page.toString());
            assertTrue(ParityFile.read(page.getParent()).isPresent());
        }
    }

    @Test
    void the_doctor_tells_that_dl4j_cannot_run_on_a_card_that_is_too_new() {
        Shell shell = Shell.run(on(hopper()), "doctor");
        assertTrue(shell.out().contains("NVIDIA H100 80GB HBM3, compute capability 9.0, 81559 MiB"), shell.out());
        assertTrue(shell.out().contains("so it cannot run on NVIDIA H100 80GB HBM3 (9.0)"), shell.out());
        assertTrue(shell.out().contains("isolation    not tried: not run on cuda"), "the card has no driver to bind");
        assertFalse(shell.out().contains("to isolate"), "what the CPU has holds");
    }

    private static Answers rounded(Answers answers, DoubleUnaryOperator through) {
        Map<String, Value> changed = new LinkedHashMap<>();
        answers.fields()
                .byName()
                .forEach((name, value) ->
                        changed.put(name, value instanceof Tensor tensor ? tensor.map(through) : value));
        return Answers.of(changed);
    }

    private static ParityRun side(
            String id, Assignment assignment, References references, DoubleUnaryOperator through, double millis) {
        List<Exchange> exchanges = new ArrayList<>();
        Map<String, Double> times = new LinkedHashMap<>();
        Seeds seeds = Seeds.derive("", "anna", assignment.id(), assignment.version());
        for (Request request :
                new RunPlanner(assignment, references).plan("anna", seeds).requests()) {
            if (request.task().equals("bce/gradient")) {
                Answers right = references.of(request.task()).orElseThrow().solve(request.inputs());
                exchanges.add(
                        new Exchange(request, Source.PYTHON, new Outcome.Answered(rounded(right, through), millis)));
                times.put(request.id(), millis);
            }
        }
        return new ParityRun(new Parity.Side(id, id, "the same processor", "", ""), exchanges, times);
    }

    @Test
    void two_precisions_of_one_processor_are_told_apart_each_by_its_own_bound() throws IOException {
        Assignment assignment = bare().assignment("dnn-basics", true);
        References references = References.find(assignment);
        Parity parity = new ParityStage(assignment, references)
                .compare(
                        "anna",
                        List.of(
                                side("cpu", assignment, references, x -> x, 2),
                                side("cpu in half", assignment, references, Format.TEN_BITS::round, 1)));
        Parity.Row row = parity.rows().get(0);
        assertEquals("gradient", row.criterion());
        assertEquals(Verdict.PASSED, row.cells().get(0).verdict());
        assertEquals(Format.DOUBLE, row.cells().get(0).format());
        assertEquals(2.0, row.cells().get(0).millis());
        assertEquals(Verdict.WRONG, row.cells().get(1).verdict());
        assertEquals(Format.TEN_BITS, row.cells().get(1).format());
        assertTrue(row.difference() > 1e-6 && row.difference() < 1e-2, row.toString());
        assertTrue(row.finding().startsWith("Precision on cpu in half, lower than on cpu"), row.finding());
        assertTrue(row.finding().contains("allow_tf32"), row.finding());
        ParityFile.write(parity, folder);
        assertEquals(Optional.of(parity), ParityFile.read(folder));
    }
}
