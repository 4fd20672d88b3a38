package assay.worker;

import assay.api.Fields;
import assay.api.Text;
import assay.api.Value;
import assay.api.wire.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Try what a submission must not be able to do, and say for each thing whether it worked. */
final class Probe {
    private Probe() {}

    /** Try; {@code canary} is a file of the parent, {@code port} one that the parent listens on. */
    static void run(Path canary, int port, OutputStream answers) throws IOException {
        Map<String, Value> found = new LinkedHashMap<>();
        found.put("canary", verdict(() -> reads(canary)));
        found.put("connect", verdict(() -> connects(port)));
        found.put("datagram", verdict(Probe::datagram));
        found.put("write", verdict(Probe::writes));
        found.put("processes", verdict(Probe::seesProcesses));
        found.put("init", verdict(() -> reads(Path.of("/proc/1/environ"))));
        found.put("environment", verdict(() -> System.getenv().size() > 12));
        found.put("privileges", verdict(Probe::hasPrivileges));
        String line = Wire.write(new Fields(Map.of("probe", new Fields(found)))) + "\n";
        answers.write(line.getBytes(StandardCharsets.UTF_8));
        answers.flush();
    }

    private static Text verdict(Attempt attempt) {
        try {
            return new Text(attempt.works() ? "possible" : "denied");
        } catch (IOException | RuntimeException e) {
            return new Text("denied");
        }
    }

    private static boolean connects(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return socket.isConnected();
        }
    }

    private static boolean datagram() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            return socket.isBound();
        }
    }

    private static boolean writes() {
        for (String folder : List.of("/", "/tmp", "/dev", "/dev/shm", "/assay", "/submission", "/proc/1", "/etc")) {
            Path file = Path.of(folder).resolve("assay-probe");
            try {
                Files.writeString(file, "probe");
                Files.delete(file);
                return true;
            } catch (IOException e) {
                // denied here; the next folder may be open
            }
        }
        return false;
    }

    /** Return whether more processes can be seen than the first of the namespace, a waiting one and this one. */
    private static boolean seesProcesses() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d+"))
                            .count()
                    > 3;
        }
    }

    /** Return whether the kernel's own account of this process shows powers, a way to new ones, or no filter (proc(5)). */
    private static boolean hasPrivileges() throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
        return !status.containsAll(List.of("NoNewPrivs:\t1", "Seccomp:\t2"))
                || status.stream().anyMatch(line -> line.matches("Cap(Inh|Prm|Eff|Amb):\\s*0*[1-9a-f].*"))
                || status.stream().anyMatch(line -> line.matches("Uid:\\s.*\\b0\\b.*"));
    }

    /** Be one thing to try. */
    private interface Attempt {
        boolean works() throws IOException;
    }

    private static boolean reads(Path file) throws IOException {
        Files.readAllBytes(file);
        return true;
    }
}
