package assay.cli;

import assay.run.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Hold the options that all commands that run submissions share. */
final class RunOptions {
    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description =
                    "file with the course secret that the random inputs depend on; without it anybody can foresee them")
    private Optional<Path> secretFile = Optional.empty();

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

    /** Return the course secret, "" when there is none. */
    String secret() {
        if (secretFile.isEmpty()) {
            return "";
        }
        try {
            String secret = Files.readString(secretFile.get()).strip();
            if (secret.length() < 16) {
                throw new UsageException("the secret in '" + secretFile.get()
                        + "' must have at least 16 characters, has " + secret.length());
            }
            return secret;
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file '" + secretFile.get()
                    + "'; write a secret of 16 characters or more into it, and keep it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
