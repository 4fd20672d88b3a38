package assay.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bound and measure one child by control groups; without any folder it does neither. */
final class ControlGroup implements AutoCloseable {
    /** Freezing takes microseconds; on a machine that stands still it may take longer. */
    private static final int FREEZING_ROUNDS = 500;

    private final Map<String, Path> folders;

    /** Hold the folders by controller: "memory", "pids", "cpuacct", "freezer" (version 1) or "unified" (version 2). */
    ControlGroup(Map<String, Path> folders) {
        this.folders = Map.copyOf(folders);
    }

    List<Path> folders() {
        return folders.values().stream().distinct().sorted().toList();
    }

    /** Return whether the kernel ended a process of the group as it needed too much memory. */
    boolean ranOutOfMemory() {
        return number("memory", "memory.oom_control", "oom_kill ").orElse(0.0) > 0
                || number("unified", "memory.events", "oom_kill ").orElse(0.0) > 0;
    }

    /** Return the processor time that the group used. */
    Optional<Double> cpuMillis() {
        return number("cpuacct", "cpuacct.usage", "")
                .map(nanos -> nanos / 1e6)
                .or(() -> number("unified", "cpu.stat", "usage_usec ").map(micros -> micros / 1e3));
    }

    /** Freeze the processes of the group or wake them; return whether that was possible. */
    boolean freeze(boolean frozen) {
        Path freezer = folders.get("freezer");
        if (freezer != null) {
            return freeze(freezer.resolve("freezer.state"), frozen ? "FROZEN" : "THAWED", freezer, "freezer.state");
        }
        Path unified = folders.get("unified");
        return unified != null
                && freeze(unified.resolve("cgroup.freeze"), frozen ? "1" : "0", unified, "cgroup.events");
    }

    private static boolean freeze(Path file, String wanted, Path folder, String told) {
        String line = told.equals("cgroup.events") ? "frozen " + wanted : wanted;
        try {
            Files.writeString(file, wanted);
            for (int round = 0; round < FREEZING_ROUNDS; round++) {
                if (Files.readAllLines(folder.resolve(told), StandardCharsets.US_ASCII)
                        .contains(line)) {
                    return true;
                }
                if (round > 20) {
                    pause();
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** End whatever is left in the group, and remove it. */
    @Override
    public void close() {
        for (Path folder : folders()) {
            for (int round = 0; round < 50 && Files.isDirectory(folder); round++) {
                end(folder);
                try {
                    Files.delete(folder);
                } catch (IOException e) {
                    pause();
                }
            }
        }
    }

    private static void end(Path folder) {
        wake(folder.resolve("freezer.state"), "THAWED");
        wake(folder.resolve("cgroup.freeze"), "0");
        try {
            for (String pid : Files.readAllLines(folder.resolve("cgroup.procs"))) {
                ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
            }
        } catch (IOException e) {
            // nothing in it, or already gone
        }
    }

    /** What is frozen cannot be ended. */
    private static void wake(Path file, String word) {
        if (Files.isWritable(file)) {
            try {
                Files.writeString(file, word);
            } catch (IOException e) {
                // gone with its group
            }
        }
    }

    /** Let the kernel do what it was asked for. */
    static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Double> number(String controller, String file, String key) {
        Path folder = folders.get(controller);
        if (folder == null) {
            return Optional.empty();
        }
        try {
            String text = new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.US_ASCII);
            return text.lines()
                    .filter(line -> line.startsWith(key))
                    .map(line -> Double.parseDouble(line.substring(key.length()).strip()))
                    .findFirst();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
