package assay.cli;

import assay.run.Device;
import java.util.List;
import picocli.CommandLine.Option;

/** Hold the options that all commands that run submissions share. */
final class RunOptions extends SecretOption {
    @Option(
            names = "--device",
            paramLabel = "cpu|cuda|all",
            defaultValue = "cpu",
            description =
                    "where code computes: cpu, cuda (an NVIDIA GPU, one submission at a time; what does no work there is"
                            + " wrong), or all, which lays both side by side; default: ${DEFAULT-VALUE}")
    private DeviceChoice device = DeviceChoice.CPU;

    /** Name what can be chosen. */
    enum DeviceChoice {
        CPU,
        CUDA,
        ALL
    }

    /** Return the devices to run on, the CPU first. */
    List<Device> devices() {
        return switch (device) {
            case CPU -> List.of(Device.CPU);
            case CUDA -> List.of(Device.CUDA);
            case ALL -> List.of(Device.CPU, Device.CUDA);
        };
    }
}
