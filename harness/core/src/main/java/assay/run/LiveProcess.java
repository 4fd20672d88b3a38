package assay.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lead one live child: hello, blocks of requests, rest. */
final class LiveProcess implements LiveChild, AutoCloseable {
    private final ControlGroup group;
    private final CapturedOutput output;
    private final ChildProcess child;
    private final Conversation talk;
    private final Rest rest;
    private final CpuClock clock;
    private double cpuBefore;
    private String restedBy = "not";

    LiveProcess(ChildPlan plan, PlanRun.Starter starter, Signals signals) throws IOException {
        this.group = starter.group();
        this.output = new CapturedOutput(plan.limits().outputKiB() << 10);
        try {
            this.child = new ChildProcess(starter.start(group), output);
        } catch (IOException e) {
            group.close();
            throw e;
        }
        Ending ending = new Ending(plan.language(), group, output, plan.limits(), starter.ranOutSinceNow());
        long deadline = System.nanoTime() + (long) (plan.limits().totalSeconds() * 1e9);
        this.talk = new Conversation(child, plan.limits(), ending, new Meter(group), deadline);
        this.rest = new Rest(group, signals, child.pid());
        this.clock = new CpuClock(group, child.pid());
    }

    @Override
    public Optional<Outcome.Failed> start(String task) {
        try {
            Conversation.Start start = talk.start();
            if (start.hello().isEmpty()) {
                return Optional.of(start.why());
            }
            Hello hello = start.hello().get();
            if (!hello.tasks().contains(task)) {
                return Optional.of(hello.missing(task));
            }
        } catch (InterruptedException e) {
            return Optional.of(interrupted());
        }
        restedBy = rest.begin();
        cpuBefore = clock.read().orElse(0.0);
        return Optional.empty();
    }

    @Override
    public Block ask(List<Request> requests) {
        List<Outcome> outcomes = new ArrayList<>();
        double wall = 0;
        double idle = Math.max(0, clock.read().orElse(cpuBefore) - cpuBefore);
        rest.end();
        for (Request request : requests) {
            Outcome outcome = one(request);
            outcomes.add(outcome);
            if (outcome instanceof Outcome.Answered answered) {
                wall += answered.wallMillis();
            }
            if (talk.isOver()) {
                break;
            }
        }
        restedBy = rest.begin();
        Optional<Double> now = clock.read();
        Optional<Double> used = now.map(millis -> Math.max(0, millis - cpuBefore));
        cpuBefore = now.orElse(cpuBefore);
        return new Block(outcomes, wall, used, idle);
    }

    private Outcome one(Request request) {
        if (talk.isOver()) {
            return talk.endedBefore();
        }
        try {
            return talk.ask(request).orElseGet(talk::endedBefore);
        } catch (InterruptedException e) {
            return interrupted();
        }
    }

    private static Outcome.Failed interrupted() {
        Thread.currentThread().interrupt();
        return new Outcome.Failed(Fault.HARNESS, "The run was interrupted.", "");
    }

    String restedBy() {
        return restedBy;
    }

    String processorClock() {
        return clock.source();
    }

    @Override
    public void close() {
        rest.end();
        child.close();
        group.close();
    }
}
