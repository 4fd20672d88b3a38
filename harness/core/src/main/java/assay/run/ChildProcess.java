package assay.run;

import assay.api.wire.WireLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hold one running child: its lines are read, its output is captured and its input is written by threads of their own, all
 * bounded, so that nothing it does or leaves undone can block the parent.
 */
final class ChildProcess implements AutoCloseable {
    private static final int LINES_AHEAD = 4;
    private static final long END_MILLIS = 2000;

    private final Process process;
    private final CapturedOutput output;
    private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(LINES_AHEAD);
    private final BlockingQueue<String> requests = new ArrayBlockingQueue<>(4);
    private final AtomicLong printed = new AtomicLong();
    private final Thread outputThread;
    private volatile boolean closed;

    /** Be what comes from a child's answers, in order. */
    sealed interface Event {
        /** Hold one line without its end, and when it was complete. */
        @SuppressWarnings("ArrayRecordComponent") // lives from the pipe to the parser, compared by nobody
        record Line(byte[] bytes, long nanoTime) implements Event {}

        /** Say that the next line is longer than allowed; nothing more is read. */
        record TooLong() implements Event {}

        /** Say that nothing more will come. */
        record End() implements Event {}
    }

    ChildProcess(Process process, CapturedOutput output) {
        this.process = process;
        this.output = output;
        thread("answers", this::readAnswers);
        outputThread = thread("output", this::readOutput);
        thread("requests", this::writeRequests);
    }

    /** Hand over one request line; it is written when the child reads. */
    void ask(String line) {
        requests.add(line);
    }

    /** Wait for the next event. */
    Optional<Event> next(long millis) throws InterruptedException {
        return Optional.ofNullable(events.poll(millis, TimeUnit.MILLISECONDS));
    }

    /** Return how many bytes this child printed. */
    long printed() {
        return printed.get();
    }

    long pid() {
        return process.pid();
    }

    /** Close the child's input, so that it may end by itself. */
    void finish() {
        requests.add("");
    }

    /** Wait for the end; the status is that of a shell, 128 and more for a signal. */
    Optional<Integer> status(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS) ? Optional.of(process.exitValue()) : Optional.empty();
    }

    /** End the child and all that it started. */
    void kill() {
        ProcessTree.kill(process.toHandle());
    }

    @Override
    public void close() {
        closed = true;
        kill();
        events.clear();
        requests.clear();
        requests.add("");
        try {
            process.waitFor(END_MILLIS, TimeUnit.MILLISECONDS);
            outputThread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAnswers() throws IOException, InterruptedException {
        int longest = WireLimits.standard().lineBytes();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        InputStream answers = process.getInputStream();
        for (int count = read(answers, buffer); count >= 0; count = read(answers, buffer)) {
            int start = 0;
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, start, i - start);
                    put(new Event.Line(line.toByteArray(), System.nanoTime()));
                    line.reset();
                    start = i + 1;
                }
            }
            line.write(buffer, start, count - start);
            if (line.size() > longest) {
                put(new Event.TooLong());
                return;
            }
        }
        put(new Event.End());
    }

    private void put(Event event) throws InterruptedException {
        while (!closed && !events.offer(event, 100, TimeUnit.MILLISECONDS)) {
            // the child is ahead; it waits as its pipe fills
        }
    }

    private void readOutput() {
        byte[] buffer = new byte[1 << 16];
        InputStream printing = process.getErrorStream();
        for (int count = read(printing, buffer); count >= 0; count = read(printing, buffer)) {
            output.add(buffer, count);
            printed.addAndGet(count);
        }
    }

    /** Read; a pipe that the ended process no longer holds is at its end. */
    private static int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }

    private void writeRequests() throws InterruptedException {
        try (OutputStream out = process.getOutputStream()) {
            for (String line = requests.take(); !line.isEmpty(); line = requests.take()) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            // the child closed its input or ended: the answers will show it
        }
    }

    private static Thread thread(String name, Pump pump) {
        Thread thread = new Thread(
                () -> {
                    try {
                        pump.run();
                    } catch (IOException | InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "assay-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Be a thread's work. */
    private interface Pump {
        void run() throws IOException, InterruptedException;
    }
}
