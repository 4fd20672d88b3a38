package assay.run;

import assay.device.GpuAccess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Write the bubblewrap arguments that show an NVIDIA GPU to a child.
 *
 * <p>What CUDA asks for was gathered from reports of sandboxes in which it did not start (error 304): device nodes must be
 * bound as devices, {@code /dev/nvidia-uvm-tools} with them, and {@code /sys} must be there to read.
 */
final class NvidiaBinds {
    private static final String SYSTEM = "/sys";
    private static final String GROUPS = "/sys/fs";

    private NvidiaBinds() {}

    /** Return the driver's libraries and what the kernel tells about devices; to stand before {@code --proc}. */
    static List<String> libraries(GpuAccess gpu) {
        List<String> arguments = new ArrayList<>();
        gpu.libraries().forEach(folder -> readOnly(arguments, folder));
        arguments.addAll(List.of("--ro-bind", SYSTEM, SYSTEM, "--tmpfs", GROUPS, "--remount-ro", GROUPS));
        return arguments;
    }

    /** Return what lies in {@code /proc} and {@code /dev}; to stand after {@code --dev} and before it becomes read-only. */
    static List<String> devices(GpuAccess gpu) {
        List<String> arguments = new ArrayList<>();
        gpu.readOnly().forEach(path -> readOnly(arguments, path));
        gpu.nodes().forEach(node -> arguments.addAll(List.of("--dev-bind", node.toString(), node.toString())));
        return arguments;
    }

    private static void readOnly(List<String> arguments, Path path) {
        arguments.addAll(List.of("--ro-bind", path.toString(), path.toString()));
    }
}
