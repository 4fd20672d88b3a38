package assay.run;

import assay.api.Fields;
import assay.api.Text;
import assay.api.Value;
import assay.api.wire.Wire;
import assay.api.wire.WireException;
import assay.api.wire.WireLimits;
import assay.assignment.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Try on this machine, with the whole command line, whether an enclosure holds; what it should do is no evidence. */
final class LiveProbe {
    private static final List<String> MUST_BE_DENIED =
            List.of("canary", "connect", "datagram", "write", "processes", "init", "environment", "privileges");

    private LiveProbe() {}

    /** Return why the enclosure does not hold, or nothing when it does. */
    static Optional<String> complaint(Enclosure enclosure, Spawner spawner, Path temporary, int slot) {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path canary = Files.writeString(temporary.resolve("canary"), "canary");
            Path sources = Files.createDirectories(temporary.resolve("probe"));
            WorkerStage.open(sources);
            Limits limits = Limits.standard();
            List<String> program =
                    Programs.probe(enclosure.layout(sources), limits, canary.toString(), listener.getLocalPort());
            Confinement confinement = new Confinement(Language.JAVA, sources, limits, slot, List.of(), List.of());
            return judge(spawner.start(enclosure.wrap(program, confinement)));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> judge(Process process) throws IOException {
        CapturedOutput output = new CapturedOutput(1 << 12);
        try (ChildProcess child = new ChildProcess(process, output)) {
            Optional<ChildProcess.Event> event = child.next(
                    TimeUnit.SECONDS.toMillis((long) Limits.standard().startSeconds()));
            if (event.isPresent()
                    && event.get() instanceof ChildProcess.Event.Line line
                    && new Wire(WireLimits.standard()).read(line.bytes()) instanceof Fields fields
                    && fields.get("probe").orElse(null) instanceof Fields found) {
                return judge(found.byName());
            }
            child.status(TimeUnit.SECONDS.toMillis(1));
        } catch (WireException e) {
            return Optional.of("the probe's answer cannot be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(Printable.line("the probe did not run: " + output.text(), 300));
    }

    private static Optional<String> judge(Map<String, Value> found) {
        List<String> open = new ArrayList<>();
        for (String what : MUST_BE_DENIED) {
            if (!(found.get(what) instanceof Text text) || !text.text().equals("denied")) {
                open.add(what);
            }
        }
        return open.isEmpty() ? Optional.empty() : Optional.of("the probe found open: " + String.join(", ", open));
    }
}
