package assay.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Build, below a temporary folder, what a machine with NVIDIA GPUs looks like: driver files, device nodes (plain files), the
 * library, and a script in place of nvidia-smi. Made up for tests: no record ever comes from it.
 */
public final class FakeNvidia {
    private final Path root;
    private final Path commands;

    /** Build into {@code folder}; nothing is there at first. */
    public FakeNvidia(Path folder) {
        this.root = folder.resolve("root");
        this.commands = folder.resolve("commands");
        folder(root);
        folder(commands);
    }

    /** Build a machine with one card of this name and compute capability. */
    public static FakeNvidia with(Path folder, String name, String capability) {
        return new FakeNvidia(folder)
                .driver("550.54.15")
                .node("nvidiactl")
                .node("nvidia-uvm")
                .node("nvidia-uvm-tools")
                .node("nvidia0")
                .file("/usr/lib/x86_64-linux-gnu/libcuda.so.1", "")
                .smi(card(name, capability));
    }

    /** Return what nvidia-smi says of one card. */
    public static String card(String name, String capability) {
        return "GPU-11111111-2222-3333-4444-555555555555, 00000000:01:00.0, " + name + ", 550.54.15, 23034, "
                + capability;
    }

    /** Return the machine. */
    public Machine machine() {
        return new ThisMachine(root, List.of(commands));
    }

    FakeNvidia driver(String version) {
        return file(
                "/proc/driver/nvidia/version",
                "NVRM version: NVIDIA UNIX x86_64 Kernel Module  " + version + "  Tue Mar  5 22:23:56 UTC 2024\n"
                        + "GCC version:  gcc version 12.2.0\n");
    }

    FakeNvidia node(String name) {
        return file("/dev/" + name, "");
    }

    FakeNvidia file(String path, String text) {
        try {
            Path file = root.resolve(path.substring(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Let nvidia-smi answer the survey with {@code cards}, health queries with little memory in use, and loops with work. */
    public FakeNvidia smi(String cards) {
        return script("nvidia-smi", """
                case "$*" in
                  *--loop-ms*) for i in 1 2 3 4 5 6 7 8 9; do echo "500, 40"; sleep 0.05; done ;;
                  *memory.used*) echo "3, [N/A]" ;;
                  *) echo '%s' ;;
                esac
                """.formatted(cards));
    }

    /** Put a shell script in the place of a command. */
    public FakeNvidia script(String name, String body) {
        try {
            Path file = commands.resolve(name);
            Files.writeString(file, "#!/bin/sh\n" + body);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void folder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
