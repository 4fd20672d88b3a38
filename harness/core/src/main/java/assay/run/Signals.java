package assay.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Send signals through one shell that stays: Java can end processes, but not stop and continue them. */
final class Signals implements AutoCloseable {
    private static final String LOOP = "while read -r line; do kill $line 2>/dev/null; echo; done";

    private @Nullable Process shell;

    /** Send {@code signal}, such as "STOP"; return whether there was a way to. */
    boolean send(String signal, Collection<Long> pids) {
        if (pids.isEmpty()) {
            return true;
        }
        String all = pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
        try {
            Process kill = shell();
            OutputStream out = kill.getOutputStream();
            out.write(("-" + signal + " " + all + "\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return kill.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Process shell() throws IOException {
        Process running = shell;
        if (running == null) {
            running = new ProcessBuilder("/bin/sh", "-c", LOOP)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            shell = running;
        }
        return running;
    }

    @Override
    public void close() {
        Process running = shell;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
