package assay.run;

import assay.api.Fields;
import assay.api.Text;
import assay.api.Value;
import assay.api.wire.Wire;
import assay.api.wire.WireException;
import assay.api.wire.WireLimits;
import assay.assignment.Limits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Talk with one child: hello, then one request at a time, while its time, memory and output are watched. */
final class Conversation {
    /** A process that has said its last word needs some milliseconds to end, more on a busy machine. */
    private static final long LEAVING_MILLIS = 1000;

    private static final long WATCH_MILLIS = 20;
    private static final long NANOS_PER_MILLI = 1_000_000;
    /** What the assignment keeps of the output, times this, ends a child. */
    private static final long OUTPUT_FACTOR = 32;

    private final ChildProcess child;
    private final Limits limits;
    private final Ending ending;
    private final Meter meter;
    private final long totalDeadline;
    private final Wire wire = new Wire(WireLimits.standard());
    private final long started = System.nanoTime();
    private boolean over;
    private Outcome.Failed endedBefore = Ending.NOTHING;
    private Optional<DeviceWork> device = Optional.empty();
    /** Whether its last answer was a failure on a GPU, after which it ends where the device is broken. */
    private boolean mayLeave;

    Conversation(ChildProcess child, Limits limits, Ending ending, Meter meter, long totalDeadline) {
        this.child = child;
        this.limits = limits;
        this.ending = ending;
        this.meter = meter;
        this.totalDeadline = totalDeadline;
    }

    /** Be what was waited for: a message, or the fault that ended the child. */
    private sealed interface Heard {
        record Message(Value value, double wallMillis) implements Heard {}

        record Fallen(Outcome.Failed why) implements Heard {}
    }

    /** Be a hello, or the fault that ended the child before. */
    record Start(Optional<Hello> hello, Outcome.Failed why) {}

    /** Return whether the child has ended, by itself or by the harness. */
    boolean isOver() {
        return over;
    }

    /** Wait until the child says what it can answer. A child whose own code never ran is the harness's fault. */
    Start start() throws InterruptedException {
        Heard first = hear(started, limits.startSeconds(), "the start");
        if (!(first instanceof Heard.Message message) || !isStarting(message.value())) {
            return new Start(
                    Optional.empty(),
                    new Outcome.Failed(Fault.HARNESS, "The child did not start: " + notStarted(first), ""));
        }
        Heard second = hear(started, limits.startSeconds(), "compiling and loading");
        if (second instanceof Heard.Fallen fallen) {
            return new Start(Optional.empty(), fallen.why());
        }
        Optional<Hello> hello = Hello.read(((Heard.Message) second).value());
        return new Start(
                hello, hello.isPresent() ? Ending.NOTHING : broken("what came before the first request is no hello"));
    }

    private String notStarted(Heard first) {
        if (!(first instanceof Heard.Fallen fallen)) {
            return "Its first words are unknown.";
        }
        // Nothing of the submission has run yet, so its loops are not to blame.
        return fallen.why().fault() == Fault.TIME_LIMIT
                ? "It said nothing within " + Ending.number(limits.startSeconds()) + " s."
                : fallen.why().message();
    }

    /** Ask for one answer; empty when the child had ended before it was asked, which is not about this request. */
    Optional<Outcome> ask(Request request) throws InterruptedException {
        Optional<ChildProcess.Event> early = child.next(mayLeave ? LEAVING_MILLIS : 0);
        if (early.isPresent() && early.get() instanceof ChildProcess.Event.End) {
            endedBefore = fall(ending.byItself(child, "while nothing was asked"));
            return Optional.empty();
        } else if (early.isPresent()) {
            return Optional.of(broken("an answer came before the request"));
        }
        return Optional.of(answer(request));
    }

    /** Return whether somebody else killed the child, so that what it was doing deserves another try. */
    boolean wasKilled() {
        return ending.wasKilled();
    }

    /** Return why the child had ended when {@link #ask} returned nothing. */
    Outcome.Failed endedBefore() {
        return endedBefore;
    }

    /** Return where the child says that it computed its last answer. */
    Optional<DeviceWork> device() {
        return device;
    }

    private Outcome answer(Request request) throws InterruptedException {
        Map<String, Value> message = new LinkedHashMap<>();
        message.put("id", new Text(request.id()));
        message.put("task", new Text(request.task()));
        message.put("inputs", request.inputs().fields());
        String line = Wire.write(new Fields(message));
        device = Optional.empty();
        long asked = System.nanoTime();
        child.ask(line);
        Heard heard = hear(asked, limits.requestSeconds(), "an answer");
        if (heard instanceof Heard.Fallen fallen) {
            return fallen.why();
        }
        Heard.Message answer = (Heard.Message) heard;
        Outcome outcome = Reply.read(answer.value(), request, limits, answer.wallMillis());
        device = Reply.device(answer.value());
        mayLeave = device.isPresent() && outcome instanceof Outcome.Failed;
        if (outcome instanceof Outcome.Failed failed && failed.fault() == Fault.PROTOCOL) {
            return fall(failed);
        }
        return outcome;
    }

    /** Let the child end by itself for a moment; return whether it still said something that nobody asked for. */
    boolean finish() throws InterruptedException {
        meter.measure(child);
        child.finish();
        long deadline = System.nanoTime() + 300 * NANOS_PER_MILLI;
        boolean spoke = false;
        while (System.nanoTime() < deadline) {
            Optional<ChildProcess.Event> event = child.next(WATCH_MILLIS);
            if (event.isPresent() && event.get() instanceof ChildProcess.Event.End) {
                break;
            }
            spoke |= event.isPresent();
        }
        over = true;
        return spoke;
    }

    private static boolean isStarting(Value value) {
        return value instanceof Fields fields && fields.get("starting").isPresent();
    }

    private Heard hear(long since, double seconds, String what) throws InterruptedException {
        Patience patience = new Patience(child.pid(), seconds);
        long own = since + (long) (seconds * 1e9);
        long deadline = Math.min(own, totalDeadline);
        while (true) {
            long left = (deadline - System.nanoTime()) / NANOS_PER_MILLI;
            Optional<ChildProcess.Event> event = child.next(Math.max(0, Math.min(left, WATCH_MILLIS)));
            Optional<Outcome.Failed> exceeded = meter.exceeded(child, limits, OUTPUT_FACTOR);
            if (event.isPresent()) {
                return heard(event.get(), since);
            } else if (exceeded.isPresent()) {
                return new Heard.Fallen(fall(exceeded.get()));
            }
            patience.begin();
            if (left <= 0 && deadline < totalDeadline) {
                long extended = Math.min(own + patience.extraNanos(), totalDeadline);
                if (extended > deadline) {
                    deadline = extended;
                    continue;
                }
            }
            if (left <= 0) {
                return new Heard.Fallen(fall(
                        deadline < totalDeadline
                                ? Ending.late(what, seconds)
                                : Ending.late("the whole run", limits.totalSeconds())));
            }
        }
    }

    private Heard heard(ChildProcess.Event event, long since) throws InterruptedException {
        if (event instanceof ChildProcess.Event.Line line) {
            try {
                return new Heard.Message(wire.read(line.bytes()), (line.nanoTime() - since) / 1e6);
            } catch (WireException e) {
                return new Heard.Fallen(broken(
                        "what came back cannot be read: " + Printable.line(String.valueOf(e.getMessage()), 200)));
            }
        }
        if (event instanceof ChildProcess.Event.TooLong) {
            int most = WireLimits.standard().lineBytes() >> 20;
            return new Heard.Fallen(
                    fall(new Outcome.Failed(Fault.OUTPUT_LIMIT, "The answer must have at most " + most + " MiB.", "")));
        }
        return new Heard.Fallen(fall(ending.byItself(child, "before it answered")));
    }

    private Outcome.Failed broken(String message) {
        return fall(Reply.protocol(message));
    }

    private Outcome.Failed fall(Outcome.Failed why) {
        over = true;
        child.kill();
        return why;
    }
}
