package assay.device;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Say what of a machine a child must see to compute on one GPU.
 *
 * @param nodes device nodes, to be opened for reading and writing
 * @param readOnly files and folders of the driver
 * @param libraries folders of the driver's libraries that are not among the system's
 * @param environment what a child is told
 */
public record GpuAccess(
        Gpu gpu, List<Path> nodes, List<Path> readOnly, List<Path> libraries, Map<String, String> environment) {
    private static final Path DRIVER = Path.of("/proc/driver/nvidia");
    private static final Path NODES = Path.of("/dev");
    private static final Pattern NODE = Pattern.compile("nvidia(\\d+|ctl|-uvm|-uvm-tools|-modeset)");
    private static final Pattern CARD = Pattern.compile("nvidia\\d+");
    private static final Pattern MINOR = Pattern.compile("Device Minor:\\s*(\\d+)");
    private static final List<Path> SYSTEM = List.of(Path.of("/usr/lib/x86_64-linux-gnu"), Path.of("/usr/lib64"));

    public GpuAccess {
        nodes = List.copyOf(nodes);
        readOnly = List.copyOf(readOnly);
        libraries = List.copyOf(libraries);
        environment = Map.copyOf(environment);
    }

    /** Find what {@code gpu} of {@code survey} needs on {@code machine}: its own node only, where the driver names it. */
    public static GpuAccess of(Gpu gpu, GpuSurvey survey, Machine machine) {
        Optional<String> own = node(gpu, machine);
        List<Path> nodes = new ArrayList<>();
        for (Path node : machine.entries(NODES)) {
            String name = node.getFileName().toString();
            boolean other = own.isPresent() && CARD.matcher(name).matches() && !name.equals(own.get());
            if (NODE.matcher(name).matches() && !other) {
                nodes.add(node);
            }
        }
        // For slices of a card (MIG), whose nodes cannot be told apart by name.
        nodes.addAll(machine.entries(NODES.resolve("nvidia-caps")));
        List<Path> readOnly = machine.exists(DRIVER) ? List.of(DRIVER) : List.of();
        List<Path> libraries = survey.libraries().stream()
                .filter(folder -> SYSTEM.stream().noneMatch(folder::startsWith))
                .toList();
        return new GpuAccess(gpu, nodes, readOnly, libraries, environment(gpu, libraries));
    }

    private static Map<String, String> environment(Gpu gpu, List<Path> libraries) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("CUDA_VISIBLE_DEVICES", gpu.uuid());
        environment.put("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
        // There is no folder that a child could write to.
        environment.put("CUDA_CACHE_DISABLE", "1");
        // Without it cuBLAS chooses among algorithms by the load (cuBLAS, "Results reproducibility").
        environment.put("CUBLAS_WORKSPACE_CONFIG", ":4096:8");
        if (!libraries.isEmpty()) {
            environment.put(
                    "LD_LIBRARY_PATH",
                    String.join(":", libraries.stream().map(Path::toString).toList()));
        }
        return environment;
    }

    /** Return the name of the card's node: the driver numbers nodes in its own way, not as nvidia-smi does. */
    private static Optional<String> node(Gpu gpu, Machine machine) {
        String bus = gpu.bus().toLowerCase(java.util.Locale.ROOT);
        for (Path folder : machine.entries(DRIVER.resolve("gpus"))) {
            if (bus.endsWith(folder.getFileName().toString().toLowerCase(java.util.Locale.ROOT))) {
                Matcher minor = MINOR.matcher(
                        machine.text(folder.resolve("information")).orElse(""));
                if (minor.find() && machine.exists(NODES.resolve("nvidia" + minor.group(1)))) {
                    return Optional.of("nvidia" + minor.group(1));
                }
            }
        }
        return Optional.empty();
    }
}
