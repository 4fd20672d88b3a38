package assay.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Run a command as an ordinary process: nothing but an empty environment and the limits that the parent watches. */
final class BareEnclosure implements Enclosure {
    private final WorkerFiles files;

    BareEnclosure(WorkerFiles files) {
        this.files = files;
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
    public Enclosure with(PythonInterpreter interpreter) {
        return this;
    }

    private Layout layout(Path sources, Path archive) {
        return new Layout(
                files.javaHome().toString(),
                files.jars().stream().map(Path::toString).toList(),
                files.script().toString(),
                sources.toAbsolutePath().toString(),
                archive.toString(),
                System.getProperty("java.io.tmpdir"));
    }

    @Override
    public List<String> wrap(List<String> program, Confinement confinement) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\" 3>&1 1>&2", "assay"));
        command.addAll(program);
        return command;
    }
}
