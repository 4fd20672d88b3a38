package assay.device;

import assay.device.Missing.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hold what a machine has of NVIDIA's: read from the driver's files and from nvidia-smi, without loading any library.
 *
 * @param driver version of the loaded kernel module, "" when none is
 * @param libraries folders in which libcuda.so.1 lies
 * @param missing what stands in the way, the first thing to mend first
 */
public record GpuSurvey(List<Gpu> gpus, String driver, List<Path> libraries, List<Missing> missing) {
    /** Name the driver's library that every program on CUDA loads. */
    public static final String LIBRARY = "libcuda.so.1";

    private static final Path VERSION = Path.of("/proc/driver/nvidia/version");
    private static final Pattern NUMBER = Pattern.compile("\\b(\\d{3}\\.\\d+(?:\\.\\d+)?)\\b");
    private static final List<Path> NODES = List.of(Path.of("/dev/nvidiactl"), Path.of("/dev/nvidia-uvm"));
    private static final List<Path> FOLDERS = Stream.of(
                    "/usr/lib/x86_64-linux-gnu",
                    "/usr/lib64",
                    "/usr/lib",
                    "/usr/local/nvidia/lib64",
                    "/usr/local/nvidia/lib")
            .map(Path::of)
            .toList();
    private static final String FIELDS = "uuid,pci.bus_id,name,driver_version,memory.total";
    private static final String CONTAINER = "; in a container: start it with GPUs (docker run --gpus all)";

    public GpuSurvey {
        gpus = List.copyOf(gpus);
        libraries = List.copyOf(libraries);
        missing = List.copyOf(missing);
    }

    /** Look at {@code machine}. */
    public static GpuSurvey of(Machine machine) {
        List<Missing> missing = new ArrayList<>();
        String driver = driver(machine);
        if (driver.isEmpty()) {
            missing.add(new Missing(
                    Part.DRIVER,
                    "no NVIDIA driver is loaded (" + VERSION + " is missing)",
                    "Install NVIDIA's driver, or load it with 'modprobe nvidia'" + CONTAINER));
        }
        List<Path> absent = NODES.stream().filter(node -> !machine.exists(node)).toList();
        if (!absent.isEmpty()) {
            missing.add(new Missing(
                    Part.NODES,
                    "no device node " + absent.stream().map(Path::toString).collect(Collectors.joining(", nor ")),
                    "Make them with 'nvidia-modprobe -u -c=0'" + CONTAINER));
        }
        List<Path> libraries = libraries(machine);
        if (libraries.isEmpty()) {
            missing.add(new Missing(
                    Part.LIBRARY,
                    "the driver's library " + LIBRARY + " was found neither in "
                            + FOLDERS.stream().map(Path::toString).collect(Collectors.joining(", "))
                            + " nor by ldconfig",
                    "Install the user-space part of the driver (Debian, Ubuntu: libcuda1 or libnvidia-compute-*)"
                            + CONTAINER));
        }
        List<Gpu> gpus = gpus(machine, missing);
        return new GpuSurvey(gpus, driver, libraries, missing);
    }

    /** Say in one text why no GPU can be used; empty where one can. */
    public Optional<String> whyNot() {
        return missing.stream().findFirst().map(Missing::sentence);
    }

    private static String driver(Machine machine) {
        Matcher number = NUMBER.matcher(machine.text(VERSION).orElse(""));
        return number.find() ? number.group(1) : machine.exists(VERSION) ? "unknown" : "";
    }

    private static List<Path> libraries(Machine machine) {
        List<Path> found = new ArrayList<>(FOLDERS.stream()
                .filter(folder -> machine.exists(folder.resolve(LIBRARY)))
                .toList());
        machine.run(List.of("ldconfig", "-p"))
                .ifPresent(reply -> reply.printed()
                        .lines()
                        .filter(line -> line.strip().startsWith(LIBRARY + " ") && line.contains("x86-64"))
                        .map(line -> line.substring(line.lastIndexOf(' ') + 1).strip())
                        .filter(file -> file.startsWith("/"))
                        .map(file -> Path.of(file).getParent())
                        .filter(folder -> folder != null && !isLinkOf(folder, found))
                        .forEach(found::add));
        return found;
    }

    /** /lib is /usr/lib on today's distributions. */
    private static boolean isLinkOf(Path folder, List<Path> found) {
        return found.contains(folder) || found.contains(Path.of("/usr" + folder));
    }

    private static List<Gpu> gpus(Machine machine, List<Missing> missing) {
        Optional<Machine.Reply> known = query(machine, FIELDS + ",compute_cap");
        if (known.isEmpty()) {
            missing.add(new Missing(
                    Part.TOOL,
                    "nvidia-smi, which says what GPUs there are, is not on the PATH",
                    "Install it (Debian, Ubuntu: nvidia-utils-*, nvidia-smi)" + CONTAINER));
            return List.of();
        }
        // Tools of drivers before 510 do not know the compute capability.
        Machine.Reply reply =
                known.get().status() == 0 ? known.get() : query(machine, FIELDS).orElse(known.get());
        List<Gpu> gpus = reply.status() == 0
                ? reply.printed().lines().flatMap(line -> gpu(line).stream()).toList()
                : List.of();
        if (gpus.isEmpty()) {
            String said = reply.printed().lines().findFirst().orElse("nothing");
            missing.add(new Missing(
                    Part.GPU,
                    "nvidia-smi finds no GPU; it says: " + said,
                    "Look at 'nvidia-smi' and 'dmesg | grep -i nvrm'; a restart mends a driver that was changed while loaded"
                            + CONTAINER));
        }
        return gpus;
    }

    private static Optional<Machine.Reply> query(Machine machine, String fields) {
        return machine.run(List.of("nvidia-smi", "--query-gpu=" + fields, "--format=csv,noheader,nounits"));
    }

    private static Optional<Gpu> gpu(String line) {
        List<String> cells = Stream.of(line.split(",", -1)).map(String::strip).toList();
        boolean named = cells.get(0).startsWith("GPU-") || cells.get(0).startsWith("MIG-");
        if (cells.size() < 5 || !named) {
            return Optional.empty();
        }
        long memory = cells.get(4).matches("\\d+") ? Long.parseLong(cells.get(4)) : 0;
        return Optional.of(new Gpu(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.size() > 5 ? ComputeCapability.read(cells.get(5)) : Optional.empty(),
                cells.get(3),
                memory));
    }
}
