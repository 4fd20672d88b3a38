package assay.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Ask the machine on which this runs, or what looks like one below another root folder. */
public final class ThisMachine implements Machine {
    private static final long MOST_SECONDS = 20;
    private static final int MOST_BYTES = 1 << 20;

    private final Path root;
    private final List<Path> commands;

    /** Ask this machine; commands are looked for on the PATH, then where distributions put them. */
    public ThisMachine() {
        this(Path.of("/"), onPath());
    }

    /** Look for files below {@code root} and for commands in the folders {@code commands}. */
    public ThisMachine(Path root, List<Path> commands) {
        this.root = root;
        this.commands = List.copyOf(commands);
    }

    private static List<Path> onPath() {
        List<Path> folders = new ArrayList<>();
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(System.getProperty("path.separator"))) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        folders.addAll(Stream.of("/usr/bin", "/usr/local/nvidia/bin", "/sbin", "/usr/sbin")
                .map(Path::of)
                .toList());
        return folders;
    }

    private Path here(Path file) {
        return root.resolve(Path.of("/").relativize(file));
    }

    @Override
    public Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(here(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(here(file));
    }

    @Override
    public List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(here(folder))) {
            return entries.map(entry -> folder.resolve(entry.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public Optional<Reply> run(List<String> command) {
        Optional<Process> started = start(command);
        if (started.isEmpty()) {
            return Optional.empty();
        }
        Process process = started.get();
        Thread late = new Thread(() -> endLate(process), "assay-device-query");
        late.setDaemon(true);
        late.start();
        try {
            byte[] printed = process.getInputStream().readNBytes(MOST_BYTES);
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            late.interrupt();
            return Optional.of(new Reply(status(process), new String(printed, StandardCharsets.UTF_8).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Return the status; a process that was ended here has that of its signal. */
    private static int status(Process process) throws InterruptedException {
        return process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : 124;
    }

    /** End a query that hangs, as those of a broken driver do. */
    private static void endLate(Process process) {
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<Running> follow(List<String> command, Consumer<String> lines) {
        return start(command).map(process -> {
            Thread reader = new Thread(() -> read(process, lines), "assay-device-watch");
            reader.setDaemon(true);
            reader.start();
            return () -> {
                process.destroyForcibly();
                try {
                    reader.join(TimeUnit.SECONDS.toMillis(2));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            };
        });
    }

    private static void read(Process process, Consumer<String> lines) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            // it was closed
        }
    }

    private Optional<Process> start(List<String> command) {
        Optional<Path> program = commands.stream()
                .map(folder -> folder.resolve(command.get(0)))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        List<String> whole = new ArrayList<>(command);
        whole.set(0, program.get().toString());
        try {
            Process process =
                    new ProcessBuilder(whole).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return Optional.of(process);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return root + " with commands in " + Arrays.toString(commands.toArray());
    }
}
