package assay.run;

import assay.assignment.Limits;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Say why a child ended: each limit, a signal, an exit and silence are different things. */
final class Ending {
    /** Stands where nothing failed. */
    static final Outcome.Failed NOTHING = new Outcome.Failed(Fault.NOT_ANSWERED, "", "");

    private static final int SIGNALS_FROM = 128;
    private static final int EXIT_OF_HEAP = 3;
    private static final int PROCESSOR_TIME = 24;
    private static final int KILL = 9;
    private static final long EXIT_MILLIS = 1000;
    private static final int LAST_WORDS = 4000;
    private static final Map<Integer, String> SIGNALS = Map.of(
            4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM", 31,
            "SIGSYS");

    private final Language language;
    private final ControlGroup group;
    private final CapturedOutput output;
    private final Limits limits;
    private final BooleanSupplier machineRanOut;
    private boolean killed;

    /** Explain the end of a child; {@code machineRanOut} says whether the machine ended a process for its memory meanwhile. */
    Ending(Language language, ControlGroup group, CapturedOutput output, Limits limits, BooleanSupplier machineRanOut) {
        this.language = language;
        this.group = group;
        this.output = output;
        this.limits = limits;
        this.machineRanOut = machineRanOut;
    }

    /** Say why a child whose answers came to an end did so. */
    Outcome.Failed byItself(ChildProcess child, String when) throws InterruptedException {
        Optional<Integer> status = child.status(EXIT_MILLIS);
        if (group.ranOutOfMemory()) {
            return memory("the process tree needed more than " + limits.memoryMiB() + " MiB");
        }
        if (status.isEmpty()) {
            return failed(Fault.ENDED_EARLY, "the program closed its answers " + when);
        }
        int code = status.get();
        if (code >= SIGNALS_FROM) {
            int signal = code - SIGNALS_FROM;
            if (signal == PROCESSOR_TIME) {
                return failed(Fault.TIME_LIMIT, "the program used up its processor time " + when);
            }
            if (language == Language.JAVA && said("insufficient memory for the Java Runtime")) {
                return memory("the Java machine could not get more memory");
            }
            if (signal == KILL) {
                return killed(when);
            }
            String name = SIGNALS.getOrDefault(signal, "signal " + signal);
            return failed(Fault.CRASHED, "the program crashed (" + name + ") " + when);
        }
        if (language == Language.JAVA && code == EXIT_OF_HEAP && said("OutOfMemoryError")) {
            return memory("the Java heap of " + limits.heapMiB() + " MiB was exhausted");
        }
        if (language == Language.JAVA && said("insufficient memory for the Java Runtime")) {
            return memory("the Java machine could not get more memory");
        }
        return failed(
                Fault.ENDED_EARLY,
                "the program ended " + when + " with exit code " + code + "; do not call "
                        + (language == Language.JAVA ? "System.exit" : "sys.exit"));
    }

    /**
     * Say what a SIGKILL means that nobody here sent: it may be the program's own, or the machine's when its memory ran
     * out, or that of a person. Only what happens again in a fresh child is the program's.
     */
    private Outcome.Failed killed(String when) {
        killed = true;
        if (machineRanOut.getAsBoolean()) {
            return failed(
                    Fault.HARNESS,
                    "the machine ran out of memory and ended the program " + when
                            + ", within its own limits; grade again with fewer runs at once");
        }
        return failed(Fault.CRASHED, "the program was killed (SIGKILL) " + when + ", and again in a second try");
    }

    /** Return whether the child was ended by a SIGKILL of somebody else, so that its request deserves another try. */
    boolean wasKilled() {
        return killed;
    }

    /** Say that code of the submission took too long. */
    static Outcome.Failed late(String what, double seconds) {
        return failed(
                Fault.TIME_LIMIT,
                what + " took longer than " + number(seconds) + " s and was ended; is there a loop that never ends?");
    }

    static Outcome.Failed memory(String message) {
        return failed(Fault.MEMORY_LIMIT, message);
    }

    private boolean said(String words) {
        return output.endsWith(words, LAST_WORDS);
    }

    private static Outcome.Failed failed(Fault fault, String message) {
        return new Outcome.Failed(fault, Printable.sentence(message), "");
    }

    /** Write a number of seconds. */
    static String number(double seconds) {
        return seconds == Math.rint(seconds)
                ? Long.toString((long) seconds)
                : String.format(Locale.ROOT, "%.1f", seconds);
    }
}
