package assay.testkit;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Give a reader damaged inputs: each is read or refused with a declared exception, before long, and within bounded memory.
 *
 * <p>{@code -Dfuzz.count=100000} makes more inputs, {@code -Dfuzz.reader=npy,idx} leaves out other readers, {@code -Dfuzz.seed=7}
 * makes others, {@code -Dfuzz.report=FILE} adds a line of figures to a file.
 *
 * @param name what is read
 * @param corpus good inputs
 * @param declared what the reader may throw
 * @param mostBytes that one input may make it allocate
 */
@SuppressWarnings("ArrayRecordComponent")
public record Fuzz(String name, List<byte[]> corpus, Set<Class<? extends Exception>> declared, long mostBytes) {
    private static final int HANGING_SECONDS = 60;
    private static final int SHOWN = 600;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Copies in the lists. */
    public Fuzz {
        corpus = List.copyOf(corpus);
        declared = Set.copyOf(declared);
    }

    /** Reads an input, or refuses it. */
    public interface Reader {
        /** Read {@code input}. */
        void read(byte[] input) throws Exception;
    }

    /** Read every good input, and then {@code count} damaged ones, or as many as are asked for; return how many were refused. */
    public int run(int count, Reader reader) throws Exception {
        String wanted = System.getProperty("fuzz.reader", "");
        Assumptions.assumeTrue(
                Stream.of(wanted.split(",", -1)).anyMatch(name::contains), "another reader is asked for");
        for (byte[] good : corpus) {
            reader.read(good);
        }
        Session session = new Session(this, Integer.getInteger("fuzz.count", count), reader);
        session.run();
        return session.refused;
    }

    /** One reader at work, in a thread of its own. */
    private static final class Session {
        private final Fuzz fuzz;
        private final int count;
        private final Reader reader;
        private final long seed = Long.getLong("fuzz.seed", 1);
        private final AtomicInteger done = new AtomicInteger();
        private volatile String failure = "";
        private int refused;
        private long most;
        private long longest;

        Session(Fuzz fuzz, int count, Reader reader) {
            this.fuzz = fuzz;
            this.count = count;
            this.reader = reader;
        }

        void run() throws Exception {
            Thread thread = new Thread(this::all, "fuzz " + fuzz.name());
            thread.setDaemon(true);
            long begin = System.nanoTime();
            thread.start();
            int before = -1;
            while (thread.isAlive()) {
                thread.join(HANGING_SECONDS * 1000L);
                int now = done.get();
                if (thread.isAlive() && now == before) {
                    Assertions.fail(about(now) + " is still being read: " + Arrays.toString(thread.getStackTrace()));
                }
                before = now;
            }
            Assertions.assertEquals("", failure);
            report((System.nanoTime() - begin) / 1e9);
        }

        private void all() {
            for (int number = 0; number < count && failure.isEmpty(); number++) {
                one(number);
                done.incrementAndGet();
            }
        }

        @SuppressWarnings("CatchAndPrintStackTrace")
        private void one(int number) {
            byte[] input = input(number);
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            long begin = System.nanoTime();
            try {
                reader.read(input);
            } catch (Throwable e) {
                if (fuzz.declared().stream().noneMatch(kind -> kind.isInstance(e))) {
                    failure = about(number) + " gives " + e + " at "
                            + List.of(e.getStackTrace()).subList(0, Math.min(12, e.getStackTrace().length));
                }
                refused++;
            }
            long used = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            most = Math.max(most, used);
            longest = Math.max(longest, System.nanoTime() - begin);
            if (used > fuzz.mostBytes()) {
                failure = about(number) + " takes " + used + " bytes of memory";
            }
        }

        private byte[] input(int number) {
            return Mutator.mutant(fuzz.corpus(), seed * 1_000_000_007L + number);
        }

        private String about(int number) {
            byte[] input = input(number);
            String text = Base64.getEncoder().encodeToString(input);
            return fuzz.name() + ": input " + number + " of seed " + seed + " (" + input.length + " bytes, base64 "
                    + text.substring(0, Math.min(SHOWN, text.length())) + ")";
        }

        private void report(double seconds) throws IOException {
            String file = System.getProperty("fuzz.report", "");
            if (!file.isEmpty()) {
                String line = String.format(
                        Locale.ROOT,
                        "%-24s %8d inputs, %8d refused, at most %6.2f MB and %7.0f ms for one, %7.1f s%n",
                        fuzz.name(),
                        count,
                        refused,
                        most / 1e6,
                        longest / 1e6,
                        seconds);
                Files.writeString(Path.of(file), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }
    }
}
