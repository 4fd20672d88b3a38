package assay.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Watch and end a process with all its descendants; on systems without {@code /proc} nothing is measured. */
final class ProcessTree {
    private static final Path PROC = Path.of("/proc");
    private static final List<String> MEMORY_LINES = List.of("RssAnon:", "RssShmem:", "VmPTE:");
    /** USER_HZ, the unit of times in /proc, is 100 on every Linux architecture that runs a JVM. */
    private static final double MILLIS_PER_TICK = 10;

    private ProcessTree() {}

    /**
     * Hold what a tree uses.
     *
     * @param memoryBytes anonymous and shared resident memory and page tables
     * @param cpuMillis of the living processes and their ended children
     * @param tasks processes and threads
     */
    record Use(long memoryBytes, double cpuMillis, int tasks) {}

    /** Measure the tree under {@code root}. */
    static Use measure(long root) {
        long memory = 0;
        double cpu = 0;
        int tasks = 0;
        for (long pid : pids(root)) {
            String status = read(PROC.resolve(pid + "/status"));
            memory += memory(status);
            tasks += (int) sum(status, List.of("Threads:"));
            cpu += cpu(pid);
        }
        return new Use(memory, cpu, tasks);
    }

    /** Return for each thread of the tree for how many nanoseconds it was ready to run and had no processor. */
    static Map<Long, Long> waits(long root) {
        Map<Long, Long> waits = new HashMap<>();
        schedule(root).forEach((thread, fields) -> waits.put(thread, fields.get(1)));
        return waits;
    }

    /** Read what the scheduler tells of each living thread: nanoseconds on a processor, and waiting for one. */
    private static Map<Long, List<Long>> schedule(long root) {
        Map<Long, List<Long>> found = new HashMap<>();
        for (long pid : pids(root)) {
            try (DirectoryStream<Path> tasks = Files.newDirectoryStream(PROC.resolve(pid + "/task"))) {
                for (Path task : tasks) {
                    String[] fields = read(task.resolve("schedstat")).strip().split(" ");
                    if (fields.length == 3) {
                        found.put(
                                Long.parseLong(task.getFileName().toString()),
                                List.of(Long.parseLong(fields[0]), Long.parseLong(fields[1])));
                    }
                }
            } catch (IOException | DirectoryIteratorException e) {
                // it ended in the meantime
            }
        }
        return found;
    }

    /** Return the ids of the tree's processes. */
    static Set<Long> all(long root) {
        return pids(root);
    }

    /** Return whether there is such a process. */
    static boolean exists(long pid) {
        return !read(PROC.resolve(pid + "/stat")).isEmpty();
    }

    /** Return the processes of the tree that are neither stopped nor dead. */
    static Set<Long> notStopped(long root) {
        Set<Long> running = new LinkedHashSet<>();
        for (long pid : pids(root)) {
            String stat = read(PROC.resolve(pid + "/stat"));
            int state = stat.lastIndexOf(')') + 2;
            if (stat.length() > state && "TtZX".indexOf(stat.charAt(state)) < 0) {
                running.add(pid);
            }
        }
        return running;
    }

    /** Return the processor time of each living thread of the tree, in milliseconds. */
    static Map<Long, Double> threadMillis(long root) {
        Map<Long, Double> millis = new HashMap<>();
        schedule(root).forEach((thread, fields) -> millis.put(thread, fields.get(0) / 1e6));
        return millis;
    }

    /**
     * End the tree: first what the root started, so that the first process of a namespace takes all others with it even
     * when it no longer depends on the root.
     */
    static void kill(ProcessHandle root) {
        for (int round = 0; round < 10; round++) {
            List<ProcessHandle> below =
                    root.descendants().filter(ProcessHandle::isAlive).toList();
            below.forEach(ProcessHandle::destroyForcibly);
            if (below.isEmpty()) {
                break;
            }
        }
        root.destroyForcibly();
    }

    private static Set<Long> pids(long root) {
        Set<Long> found = new LinkedHashSet<>();
        List<Long> todo = new ArrayList<>(List.of(root));
        while (!todo.isEmpty()) {
            long pid = todo.remove(todo.size() - 1);
            if (found.add(pid)) {
                todo.addAll(children(pid));
            }
        }
        return found;
    }

    private static List<Long> children(long pid) {
        List<Long> children = new ArrayList<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(PROC.resolve(pid + "/task"))) {
            for (Path task : tasks) {
                for (String child : read(task.resolve("children")).split(" ")) {
                    if (!child.isBlank()) {
                        children.add(Long.parseLong(child.strip()));
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            // it ended in the meantime
        }
        return children;
    }

    private static long memory(String status) {
        return sum(status, MEMORY_LINES) << 10;
    }

    private static long sum(String status, List<String> lines) {
        long sum = 0;
        for (String line : status.split("\n")) {
            for (String wanted : lines) {
                if (line.startsWith(wanted)) {
                    sum += Long.parseLong(
                            line.substring(wanted.length()).replace("kB", "").strip());
                }
            }
        }
        return sum;
    }

    private static double cpu(long pid) {
        String stat = read(PROC.resolve(pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        if (fields.length < 15) {
            return 0;
        }
        double ticks = 0;
        for (int i = 11; i < 15; i++) { // utime, stime, cutime, cstime: proc(5), fields 14 to 17
            ticks += Long.parseLong(fields[i]);
        }
        return ticks * MILLIS_PER_TICK;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
