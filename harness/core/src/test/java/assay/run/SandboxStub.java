package assay.run;

import java.util.SortedMap;
import java.util.TreeMap;

/** Stand in for a sandbox in tests: it has a level and runs what the test says. */
public abstract class SandboxStub implements Sandbox {
    private final IsolationLevel level;

    protected SandboxStub(IsolationLevel level) {
        this.level = level;
    }

    @Override
    public IsolationLevel level() {
        return level;
    }

    @Override
    public String explanation() {
        return "";
    }

    @Override
    public SortedMap<String, String> facts() {
        return new TreeMap<>();
    }

    @Override
    public void close() {}
}
