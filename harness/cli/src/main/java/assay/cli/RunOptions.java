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
        CPU(Device.CPU),
        CUDA(Device.CUDA),
        ALL(Device.CPU, Device.CUDA);

        private final List<Device> devices;

        DeviceChoice(Device... devices) {
            this.devices = List.of(devices);
        }
    }

    /** Return the devices to run on, the CPU first. */
    List<Device> devices() {
        return device.devices;
    }

    /** Return the course secret, "" when there is none. */
    String secret() {
        return new Secret(secretFile).text();
    }

    /** Read the course secret from a file, if one is named. */
    record Secret(Optional<Path> file) {
        /** Return it, "" when there is none. */
        String text() {
            if (file.isEmpty()) {
                return "";
            }
            try {
                String secret = Files.readString(file.get()).strip();
                if (secret.length() < 16) {
                    throw new UsageException("the secret in '" + file.get()
                            + "' must have at least 16 characters, has " + secret.length());
                }
                return secret;
            } catch (NoSuchFileException e) {
                throw new UsageException("there is no file '" + file.get()
                        + "'; write a secret of 16 characters or more into it, and keep it");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
