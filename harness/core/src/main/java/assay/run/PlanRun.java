package assay.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** Run one plan: one child, and after its end another one for the requests that remain. */
final class PlanRun {
    private static final int MOST_STARTS = 6;
    private static final int MOST_FAILED_STARTS = 2;
    private static final Outcome.Failed NOT_NEEDED =
            new Outcome.Failed(Fault.NOT_NEEDED, "Not asked: the answers before had decided the task already.", "");

    private final ChildPlan plan;
    private final Starter starter;
    private final BooleanSupplier machineRanOut;
    private final CapturedOutput output;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final List<String> children = new ArrayList<>();
    private final Set<String> offered = new TreeSet<>();
    /** What somebody else's SIGKILL has cost its answer once; the start of a child is "". */
    private final Set<String> killed = new HashSet<>();

    private final Map<String, DeviceWork> devices = new LinkedHashMap<>();
    private final Map<String, String> libraries = new TreeMap<>();
    private final Deque<Request> pending;
    private final long began = System.nanoTime();
    private final long totalDeadline;
    private int starts;
    private int failedStarts;
    private double cpuMillis;
    private double peakMiB;
    private Outcome.Failed lastFault = Ending.NOTHING;
    private String lastAsked = "";

    /** Start a child of a plan in a control group. */
    interface Starter {
        ControlGroup group();

        Process start(ControlGroup group) throws IOException;

        /** Return how many processes the machine has ended because its memory ran out. */
        default long killedForMemory() {
            return Tools.killedForMemory();
        }

        /** Return what says whether that number has grown since now. */
        default BooleanSupplier ranOutSinceNow() {
            long before = killedForMemory();
            return () -> killedForMemory() > before;
        }
    }

    PlanRun(ChildPlan plan, Starter starter) {
        this.plan = plan;
        this.starter = starter;
        this.machineRanOut = starter.ranOutSinceNow();
        this.output = new CapturedOutput(plan.limits().outputKiB() << 10);
        this.pending = new ArrayDeque<>(plan.requests());
        this.totalDeadline = began + (long) (plan.limits().totalSeconds() * 1e9);
    }

    ChildTrace run() {
        Outcome.Failed last = new Outcome.Failed(Fault.NOT_ANSWERED, "Nothing was handed in.", "");
        while (!pending.isEmpty() && !plan.files().isEmpty() && starts < MOST_STARTS) {
            if (System.nanoTime() - totalDeadline >= 0) {
                last = Ending.late("the whole run", plan.limits().totalSeconds());
                break;
            }
            starts++;
            try {
                last = runOne();
            } catch (IOException e) {
                last = new Outcome.Failed(Fault.HARNESS, Printable.line(String.valueOf(e.getMessage()), 400), "");
                failedStarts = MOST_FAILED_STARTS;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                last = new Outcome.Failed(Fault.HARNESS, "The run was interrupted.", "");
                failedStarts = MOST_FAILED_STARTS;
            }
            if (failedStarts >= MOST_FAILED_STARTS) {
                break;
            }
        }
        String why = starts < MOST_STARTS || last.fault() == Fault.HARNESS
                ? last.message()
                : "Not asked, as the program ended " + starts + " times. The last time: " + last.message();
        failAll(new Outcome.Failed(last.fault(), why, last.where()));
        double wallMillis = (System.nanoTime() - began) / 1e6;
        return new ChildTrace(
                outcomes,
                output.text(),
                children,
                List.copyOf(offered),
                libraries,
                Map.of("wallMillis", wallMillis, "cpuMillis", cpuMillis, "peakMiB", peakMiB, "starts", (double) starts),
                devices);
    }

    /** Run one child as far as it goes; return why it ended. */
    private Outcome.Failed runOne() throws IOException, InterruptedException {
        try (ControlGroup group = starter.group();
                ChildProcess child = new ChildProcess(starter.start(group), output)) {
            Meter meter = new Meter(group);
            Ending ending = new Ending(plan.language(), group, output, plan.limits(), machineRanOut);
            Conversation talk = new Conversation(child, plan.limits(), ending, meter, totalDeadline);
            try {
                return talk(talk);
            } finally {
                cpuMillis += meter.cpuMillis();
                peakMiB = Math.max(peakMiB, meter.peakMiB());
            }
        }
    }

    private Outcome.Failed talk(Conversation talk) throws InterruptedException {
        String name = plan.language().name().toLowerCase(Locale.ROOT);
        Conversation.Start start = talk.start();
        Optional<Hello> hello = start.hello();
        if (hello.isEmpty()) {
            // After the first start a submission can choose the moment: the end of its time is not our fault then.
            boolean late = starts > 1 && System.nanoTime() - totalDeadline >= 0;
            Outcome.Failed why =
                    late ? Ending.late("the whole run", plan.limits().totalSeconds()) : start.why();
            children.add(name + ": " + why.message());
            if (why.fault() == Fault.HARNESS) {
                failedStarts++;
            } else if (!(talk.wasKilled() && killed.add(""))) {
                failAll(why);
            }
            return why;
        }
        offered.addAll(hello.get().offered());
        libraries.putAll(hello.get().libraries());
        int answered = ask(talk, hello.get());
        String who = name + " " + hello.get().version() + ": ";
        if (!talk.isOver()) {
            children.add(who + "ended by the harness after " + answered + " answers");
            if (talk.finish() && !lastAsked.isEmpty()) {
                outcomes.put(lastAsked, Reply.protocol("something came back that nobody asked for"));
            }
            return Ending.NOTHING;
        }
        children.add(who + lastFault.message() + ", after " + answered + " answers");
        return lastFault;
    }

    /** Ask what is pending until nothing is or the child has ended; return how many answers came. */
    private int ask(Conversation talk, Hello hello) throws InterruptedException {
        int answered = 0;
        while (!pending.isEmpty() && !talk.isOver()) {
            Request request = pending.remove();
            if (!hello.tasks().contains(request.task())) {
                outcomes.put(request.id(), hello.missing(request.task()));
                continue;
            }
            if (isDecided(request.task())) {
                outcomes.put(request.id(), NOT_NEEDED);
                continue;
            }
            Optional<Outcome> outcome = talk.ask(request);
            if (outcome.isEmpty()) {
                pending.addFirst(request);
                lastFault = talk.endedBefore();
                break;
            }
            if (talk.wasKilled() && killed.add(request.id())) {
                pending.addFirst(request);
                lastFault = (Outcome.Failed) outcome.get();
                break;
            }
            outcomes.put(request.id(), outcome.get());
            talk.device().ifPresent(work -> devices.put(request.id(), work));
            lastAsked = request.id();
            if (outcome.get() instanceof Outcome.Failed failed && talk.isOver()) {
                lastFault = failed;
                giveUp(request, failed);
            } else {
                answered++;
            }
        }
        return answered;
    }

    private boolean isDecided(String task) {
        List<Exchange> answered = plan.requests().stream()
                .filter(request -> request.task().equals(task) && outcomes.containsKey(request.id()))
                .map(request -> new Exchange(
                        request, plan.language().source(), Objects.requireNonNull(outcomes.get(request.id()))))
                .toList();
        return !answered.isEmpty() && plan.sufficiency().isDecided(task, answered);
    }

    /** A task whose request ended the child is not asked again. */
    private void giveUp(Request fatal, Outcome.Failed why) {
        String message = "Not asked again after this: " + why.message();
        pending.removeIf(request -> {
            boolean same = request.task().equals(fatal.task());
            if (same) {
                outcomes.put(request.id(), new Outcome.Failed(why.fault(), message, why.where()));
            }
            return same;
        });
    }

    private void failAll(Outcome.Failed why) {
        pending.forEach(request -> outcomes.put(request.id(), why));
        pending.clear();
    }
}
