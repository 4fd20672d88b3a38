package assay.run;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Open a sandbox when the first code is to be run: a submission of answers alone costs no probe. */
public final class OnDemandSandbox implements Sandbox {
    private final Supplier<Sandbox> opener;
    private final Optional<RunCache> cache;
    private @Nullable Sandbox opened;

    /** Open with {@code opener}, at most once. */
    public OnDemandSandbox(Supplier<Sandbox> opener) {
        this(opener, Optional.empty());
    }

    /** Open with {@code opener}, at most once, and take from {@code cache} what need not be run again. */
    public OnDemandSandbox(Supplier<Sandbox> opener, Optional<RunCache> cache) {
        this.opener = opener;
        this.cache = cache;
    }

    private synchronized Sandbox sandbox() {
        Sandbox sandbox = opened;
        if (sandbox == null) {
            sandbox = opener.get();
            opened = sandbox;
        }
        return sandbox;
    }

    @Override
    public IsolationLevel level() {
        return sandbox().level();
    }

    @Override
    public String explanation() {
        return sandbox().explanation();
    }

    @Override
    public SortedMap<String, String> facts() {
        return sandbox().facts();
    }

    @Override
    public ChildTrace run(ChildPlan plan) {
        return cache.isPresent() ? cache.get().run(plan, sandbox()) : sandbox().run(plan);
    }

    @Override
    public LiveRun open(List<ChildPlan> plans) {
        return sandbox().open(plans);
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
