package assay.run;

import assay.device.GpuAccess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Run a command as an ordinary process: nothing but an empty environment and the limits that the parent watches. */
final class BareEnclosure implements Enclosure {
    /** Windows has neither this shell nor other descriptors to inherit: there the worker keeps prints apart itself. */
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    /** What stands before "--" are variables. */
    private static final String START = "export LANG=C.UTF-8 TZ=UTC OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1;"
            + " while [ \"$1\" != -- ]; do export \"$1\"; shift; done; shift; exec \"$@\" 3>&1 1>&2";

    private final WorkerFiles files;
    private final Optional<GpuAccess> gpu;

    /** Run on the CPU. */
    BareEnclosure(WorkerFiles files) {
        this(files, Optional.empty());
    }

    /** Run on {@code gpu}; without one, GPUs are hidden. */
    BareEnclosure(WorkerFiles files, Optional<GpuAccess> gpu) {
        this.files = files;
        this.gpu = gpu;
    }

    @Override
    public IsolationLevel level() {
        return IsolationLevel.C;
    }

    @Override
    public Layout layout(Path sources) {
        return layout(sources, files.archive(IsolationLevel.C));
    }

    @Override
    public Layout archiving(Path sources, Path output) {
        return layout(sources, output);
    }

    @Override
    public String training(Path folder) {
        return folder.toAbsolutePath().toString();
    }

    @Override
    public Enclosure with(PythonInterpreter interpreter) {
        return this;
    }

    /** A process of this machine sees what the parent sees. */
    @Override
    public ChildLibraries seen(ChildLibraries libraries) {
        return libraries;
    }

    private Layout layout(Path sources, Path archive) {
        return new Layout(
                files.javaHome().toString(),
                files.jars().stream().map(Path::toString).toList(),
                files.script().toString(),
                sources.toAbsolutePath().toString(),
                archive.toString(),
                System.getProperty("java.io.tmpdir"),
                WINDOWS ? 1 : 3,
                "",
                List.of());
    }

    @Override
    public List<String> wrap(List<String> program, Confinement confinement) {
        if (WINDOWS) {
            return List.copyOf(program);
        }
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", START, "assay"));
        Device device = gpu.isPresent() ? Device.CUDA : Device.CPU;
        command.add(BubblewrapEnclosure.DEVICE + "=" + device.word());
        Map<String, String> variables =
                new TreeMap<>(gpu.map(GpuAccess::environment).orElse(Map.of("CUDA_VISIBLE_DEVICES", "")));
        variables.putAll(confinement.libraries().environment());
        variables.forEach((name, value) -> command.add(name + "=" + value));
        command.add("--");
        command.addAll(program);
        return command;
    }
}
