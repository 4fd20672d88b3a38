package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.testkit.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final List<String> BUSY = List.of("taskset", "-c", "0", "sh", "-c", "while :; do :; done");

    @Test
    void a_process_that_shares_its_processor_is_given_time_back() throws IOException, InterruptedException {
        Needs.tool("taskset");
        Needs.that(Files.isReadable(Path.of("/proc/self/schedstat")), "needs /proc/self/schedstat");
        Process first = new ProcessBuilder(BUSY).start();
        Process rival = new ProcessBuilder(BUSY).start();
        try {
            Patience patience = new Patience(first.pid(), 10);
            patience.begin();
            long extra = 0;
            for (int i = 0; i < 400 && extra < 100_000_000; i++) {
                TimeUnit.MILLISECONDS.sleep(25);
                extra = patience.extraNanos();
            }
            assertTrue(extra >= 100_000_000, "waited " + extra + " ns");
            assertEquals(2_000_000, Math.min(extra, new Patience(first.pid(), 0.001).extraNanos()), "at most twice");
        } finally {
            Stream.of(first, rival).forEach(Process::destroyForcibly);
        }
    }

    @Test
    void a_process_that_sleeps_is_given_none() throws IOException, InterruptedException {
        Process sleeping = new ProcessBuilder("sleep", "60").start();
        try {
            TimeUnit.MILLISECONDS.sleep(200);
            Patience patience = new Patience(sleeping.pid(), 10);
            patience.begin();
            TimeUnit.MILLISECONDS.sleep(200);
            assertTrue(patience.extraNanos() < 50_000_000, "was given " + patience.extraNanos() + " ns");
        } finally {
            sleeping.destroyForcibly();
        }
    }
}
