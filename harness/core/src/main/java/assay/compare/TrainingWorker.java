package assay.compare;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Run one worker process: a job goes in as a line, progress and the result come out as lines. Whatever else it writes, does
 * not write or dies of is a {@link WorkerFailure} with a reason; after most of them the process is ended.
 */
final class TrainingWorker implements AutoCloseable {
    private static final int LONGEST_LINE = 1 << 26;
    private static final int LOG_TAIL = 600;
    private static final int QUEUE = 64;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final WorkerSetup setup;
    private final Path log;
    private final Process process;
    private final Set<String> warm = new HashSet<>();
    private int jobs;
    private final BlockingQueue<Said> lines = new LinkedBlockingQueue<>(QUEUE);

    /** Be a line that the worker wrote, or the end of all lines with the reason. */
    private record Said(String text, boolean end) {}

    /** Start the process. */
    TrainingWorker(WorkerSetup setup, int number) throws IOException {
        this.setup = setup;
        this.log = setup.logs().resolve("worker-" + number + ".log");
        Files.createDirectories(setup.logs());
        ProcessBuilder builder =
                new ProcessBuilder(setup.command()).redirectError(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(setup.environment());
        this.process = builder.start();
        Thread reader = new Thread(this::read, "assay-worker-" + number);
        reader.setDaemon(true);
        reader.start();
    }

    /** Do {@code job}; {@code progress} gets the share that is done. */
    RunResult run(Job job, DoubleConsumer progress) throws WorkerFailure {
        long began = System.nanoTime();
        jobs++;
        send(job);
        while (true) {
            JsonNode line = parse(next());
            switch (line.path("type").asString("")) {
                case "progress" ->
                    progress.accept(Math.min(1, Math.max(0, line.path("done").asDouble(0))));
                case "failed" ->
                    throw new WorkerFailure(
                            ReplyReader.cut(line.path("message").asString("no reason given"), 1000), true);
                case "result" -> {
                    return result(job, line, (System.nanoTime() - began) / 1e9);
                }
                default ->
                    throw new WorkerFailure(
                            "the worker wrote a line of an unknown type: " + ReplyReader.cut(line.toString(), 120),
                            false);
            }
        }
    }

    /**
     * Train the variant of {@code job} shortly with the settings {@code warmUp}, unless this worker did so before or there are
     * none: the first training of a kind loads, compiles and prepares what all later ones find ready.
     */
    void warmUp(Job job, Map<String, JsonNode> warmUp) throws WorkerFailure {
        if (warmUp.isEmpty() || !warm.add(job.variant())) {
            return;
        }
        try {
            run(job.with(warmUp), share -> {});
        } catch (WorkerFailure e) {
            throw new WorkerFailure("while warming up: " + e.message(), e.alive());
        }
    }

    /** Return how many jobs it was given. */
    int jobs() {
        return jobs;
    }

    private void send(Job job) throws WorkerFailure {
        Map<String, Object> order = Map.of(
                "experiment", job.experiment(),
                "variant", job.variant(),
                "seed", job.seed(),
                "settings", job.settings(),
                "data", Map.of("name", job.data(), "home", setup.dataHome().toString()));
        try {
            OutputStream out = process.getOutputStream();
            out.write((MAPPER.writeValueAsString(order) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new WorkerFailure(death("took no job"), false);
        }
    }

    private RunResult result(Job job, JsonNode line, double wallSeconds) throws WorkerFailure {
        String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        try {
            return ReplyReader.result(job, line, wallSeconds, at);
        } catch (IllegalArgumentException e) {
            throw new WorkerFailure("the worker's result cannot be used: " + e.getMessage(), true);
        }
    }

    private String next() throws WorkerFailure {
        try {
            Said said = lines.poll(setup.silence().toMillis(), TimeUnit.MILLISECONDS);
            if (said == null) {
                throw new WorkerFailure(
                        "the worker said nothing for " + setup.silence().toSeconds() + " s and was ended", false);
            } else if (said.end()) {
                throw new WorkerFailure(said.text().isEmpty() ? death("ended") : said.text(), false);
            }
            return said.text();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerFailure("interrupted", false);
        }
    }

    private JsonNode parse(String line) throws WorkerFailure {
        try {
            return MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new WorkerFailure("the worker wrote what is no JSON: " + ReplyReader.cut(line, 120), false);
        }
    }

    private String death(String what) {
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                return "the worker closed its output and " + what + " without a result";
            }
            byte[] written = Files.readAllBytes(log);
            String tail = new String(written, StandardCharsets.UTF_8).strip();
            String last = tail.substring(Math.max(0, tail.length() - LOG_TAIL));
            return "the worker " + what + " with exit code " + process.exitValue() + " before the result"
                    + (last.isEmpty() ? "" : "; its last words: " + last);
        } catch (IOException e) {
            return "the worker " + what + " with exit code " + process.exitValue() + " before the result";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private void read() {
        String reason = "";
        try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    lines.put(new Said(line.toString(StandardCharsets.UTF_8), false));
                    line.reset();
                } else if (line.size() >= LONGEST_LINE) {
                    reason = "the worker wrote a line of more than " + LONGEST_LINE + " bytes";
                    break;
                } else {
                    line.write(next);
                }
            }
        } catch (IOException e) {
            reason = "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            lines.put(new Said(reason, true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** End the process with all that it started. */
    @Override
    public void close() {
        List<ProcessHandle> below = process.descendants().toList();
        below.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
