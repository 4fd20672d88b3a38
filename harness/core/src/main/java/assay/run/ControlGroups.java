package assay.run;

import assay.assignment.Limits;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Find the control groups that this process may make groups in; they are used where possible and never required. */
final class ControlGroups {
    private static final Path MOUNT = Path.of("/sys/fs/cgroup");
    private static final String PREFIX = "assay-";
    private static final Set<String> WANTED = Set.of("memory", "pids", "cpuacct", "freezer");
    /** Shell, bubblewrap twice and its first process are tasks of the group too. */
    private static final int OWN_TASKS = 8;

    private final Map<String, Path> parents;
    private final AtomicInteger made = new AtomicInteger();

    private ControlGroups(Map<String, Path> parents) {
        this.parents = Map.copyOf(parents);
    }

    /** Find the groups, and remove what a process that no longer lives has left in them. */
    static ControlGroups find() {
        return find(MOUNT, lines(Path.of("/proc/self/cgroup")));
    }

    /** Find the groups below {@code mount} for a process whose own groups are those of {@code own} (cgroups(7), /proc/pid/cgroup). */
    static ControlGroups find(Path mount, List<String> own) {
        Map<String, Path> parents = new LinkedHashMap<>();
        for (String line : own) {
            String[] parts = line.split(":", 3);
            if (parts.length < 3) {
                continue;
            }
            if (parts[1].isEmpty()) {
                unified(mount, parts[2]).ifPresent(folder -> parents.put("unified", folder));
            }
            for (String controller : parts[1].split(",")) {
                Path folder =
                        mount.resolve(controller).resolve(parts[2].substring(1)).normalize();
                if (WANTED.contains(controller) && Files.isWritable(folder)) {
                    parents.put(controller, folder);
                }
            }
        }
        parents.values().forEach(ControlGroups::sweep);
        return new ControlGroups(parents);
    }

    /** Say which are used, for people. */
    String description() {
        return parents.isEmpty()
                ? "none"
                : String.join(", ", parents.keySet().stream().sorted().toList());
    }

    /** Make the groups of one child; where that fails, the child runs without. */
    ControlGroup create(Limits limits) {
        String name = PREFIX + ProcessHandle.current().pid() + "-" + made.incrementAndGet();
        Map<String, Path> folders = new LinkedHashMap<>();
        parents.forEach((controller, parent) -> {
            Path folder = parent.resolve(name);
            try {
                Files.createDirectory(folder);
                folders.put(controller, folder);
                bound(controller, folder, limits);
            } catch (IOException e) {
                folders.remove(controller);
            }
        });
        return new ControlGroup(folders);
    }

    private static void bound(String controller, Path folder, Limits limits) throws IOException {
        long bytes = (long) limits.memoryMiB() << 20;
        String tasks = Integer.toString(limits.processes() + OWN_TASKS);
        switch (controller) {
            case "memory" -> Files.writeString(folder.resolve("memory.limit_in_bytes"), Long.toString(bytes));
            case "pids" -> Files.writeString(folder.resolve("pids.max"), tasks);
            case "unified" -> {
                Files.writeString(folder.resolve("memory.max"), Long.toString(bytes));
                Files.writeString(folder.resolve("pids.max"), tasks);
                whereOffered(folder.resolve("memory.swap.max"), "0");
                // One process that is ended for memory takes its whole group along, so that no half program answers on.
                whereOffered(folder.resolve("memory.oom.group"), "1");
            }
            default -> {
                // cpuacct only counts, and what freezes does so when it is told
            }
        }
    }

    private static void whereOffered(Path file, String value) throws IOException {
        if (Files.exists(file)) {
            Files.writeString(file, value);
        }
    }

    /** Find the nearest group of version 2 that hands memory and pids on to its children and lets this process make some. */
    private static Optional<Path> unified(Path all, String own) {
        Path mount = Files.isDirectory(all.resolve("unified")) ? all.resolve("unified") : all;
        for (Path folder = mount.resolve(own.substring(1)).normalize();
                folder != null && folder.startsWith(mount);
                folder = folder.getParent()) {
            List<String> handedOn = new ArrayList<>();
            lines(folder.resolve("cgroup.subtree_control")).forEach(line -> handedOn.addAll(List.of(line.split(" "))));
            if (handedOn.containsAll(List.of("memory", "pids")) && Files.isWritable(folder.resolve("cgroup.procs"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private static void sweep(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                String[] parts = folder.getFileName().toString().split("-");
                if (parts.length == 3
                        && ProcessHandle.of(Long.parseLong(parts[1])).isEmpty()) {
                    new ControlGroup(Map.of("left", folder)).close();
                }
            }
        } catch (IOException | NumberFormatException e) {
            // not ours, or gone
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
