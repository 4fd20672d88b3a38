package assay.run;

import assay.api.Fields;
import assay.api.Text;
import assay.api.Value;
import assay.api.wire.Wire;
import assay.api.wire.WireException;
import assay.api.wire.WireLimits;
import assay.assignment.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Try, with the whole command line of a child but none of its code, whether PyTorch computes on the GPU. */
final class DeviceProbe {
    /** Loading PyTorch and making the first context of a card takes up to half a minute on a cold disk. */
    private static final long MOST_SECONDS = 120;

    private DeviceProbe() {}

    /** Be where it computed, or why it did not. */
    sealed interface Found {
        record Works(DeviceWork work) implements Found {}

        record Fails(String why) implements Found {}
    }

    /** Compute a little; {@code enclosure} shows the interpreter. */
    static Found run(Enclosure enclosure, PythonInterpreter python, Spawner spawner, Path temporary, int slot) {
        CapturedOutput output = new CapturedOutput(1 << 12);
        try {
            Path sources = Files.createDirectories(temporary.resolve("probe"));
            WorkerStage.open(sources);
            List<String> program = Programs.pythonDevice(enclosure.layout(sources), python.executable());
            Confinement confinement = new Confinement(
                    Language.PYTHON, sources, GpuLimits.of(Limits.standard()), slot, List.of(), List.of());
            try (ChildProcess child = new ChildProcess(spawner.start(enclosure.wrap(program, confinement)), output)) {
                Optional<ChildProcess.Event> event = child.next(TimeUnit.SECONDS.toMillis(MOST_SECONDS));
                if (event.isPresent() && event.get() instanceof ChildProcess.Event.Line line) {
                    return read(new Wire(WireLimits.standard()).read(line.bytes()));
                }
                child.status(TimeUnit.SECONDS.toMillis(1));
            }
        } catch (IOException | WireException e) {
            return new Found.Fails(Printable.line("the probe failed: " + e.getMessage(), 300));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Found.Fails(Printable.line("the probe did not answer: " + output.text(), 300));
    }

    private static Found read(Value message) {
        Optional<DeviceWork> work = Reply.device(message);
        if (work.isPresent() && work.get().on() == Device.CUDA) {
            return new Found.Works(work.get());
        }
        String why = message instanceof Fields fields && fields.get("why").orElse(null) instanceof Text text
                ? Printable.line(text.text(), 300)
                : "it does not say why";
        return new Found.Fails(
                work.map(DeviceWork::framework).filter(text -> !text.isEmpty()).orElse("PyTorch")
                        + " cannot use the GPU: " + why);
    }
}
