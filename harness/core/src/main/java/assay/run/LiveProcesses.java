package assay.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Hold the live children of one run; what is behind them is cleaned up when it is closed. */
final class LiveProcesses implements LiveRun {
    private final Signals signals = new Signals();
    private final List<LiveProcess> children = new ArrayList<>();
    private final Runnable afterwards;

    /** Be what starts the child of a plan. */
    interface Starters {
        PlanRun.Starter of(ChildPlan plan, int number) throws IOException;
    }

    /** Start all children at once; {@code afterwards} runs when they have ended, also if one cannot be started. */
    LiveProcesses(List<ChildPlan> plans, Starters starters, Runnable afterwards) {
        this.afterwards = afterwards;
        try {
            for (ChildPlan plan : plans) {
                children.add(new LiveProcess(plan, starters.of(plan, children.size()), signals));
            }
        } catch (IOException e) {
            close();
            throw new GradingException("a child could not be started: " + Printable.line(String.valueOf(e), 300), e);
        }
    }

    @Override
    public List<LiveChild> children() {
        return List.copyOf(children);
    }

    @Override
    public String rest() {
        return children.stream()
                .map(LiveProcess::restedBy)
                .filter(how -> how.equals("not"))
                .findFirst()
                .orElse(children.get(0).restedBy());
    }

    @Override
    public String processorClock() {
        return children.get(0).processorClock();
    }

    @Override
    public void close() {
        try {
            children.forEach(LiveProcess::close);
        } finally {
            signals.close();
            afterwards.run();
        }
    }
}
