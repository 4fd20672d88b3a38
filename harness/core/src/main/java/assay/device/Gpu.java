package assay.device;

import java.util.Optional;

/**
 * Be one GPU as the driver describes it.
 *
 * @param uuid the name that CUDA_VISIBLE_DEVICES takes, "GPU-..."
 * @param bus its place, "00000000:01:00.0"
 * @param capability empty where the driver's tool is too old to say
 * @param driver version of the driver, such as "550.54.15"
 */
public record Gpu(
        String uuid, String bus, String name, Optional<ComputeCapability> capability, String driver, long memoryMiB) {
    /** Say in a few words what it is: "NVIDIA L4, compute capability 8.9, 23034 MiB, driver 550.54.15". */
    public String describe() {
        return name + capability.map(found -> ", compute capability " + found).orElse("") + ", " + memoryMiB
                + " MiB, driver " + driver;
    }
}
