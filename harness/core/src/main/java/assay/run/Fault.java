package assay.run;

import java.util.Locale;

/** Name why a request has no answer. All but {@code HARNESS} are about the submission. */
public enum Fault {
    /** Nothing was handed in for this task. */
    NOT_ANSWERED,
    /** What was handed in cannot be read: bad YAML value, formula that does not parse, wrong encoding. */
    UNREADABLE,
    /** The source code does not compile or cannot be imported. */
    NOT_COMPILED,
    /** The student's code raised an exception. */
    EXCEPTION,
    /** A request, the start or the whole run took longer than the limit. */
    TIME_LIMIT,
    /** The process tree needed more memory than the limit, or the heap was exhausted. */
    MEMORY_LIMIT,
    /** As many processes and threads as the limit, which is where a program that starts them in a loop comes to stand. */
    PROCESS_LIMIT,
    /** More output than the limit. */
    OUTPUT_LIMIT,
    /** The process ended by itself before it answered, whatever its exit code. */
    ENDED_EARLY,
    /** The process was ended by a signal that the harness did not send; by SIGKILL only when it happened twice. */
    CRASHED,
    /** A GPU was to be used, and nothing was computed on it. */
    DEVICE,
    /** What was answered before had decided the task already, so this was not asked. */
    NOT_NEEDED,
    /** What came back is not an answer to the request. */
    PROTOCOL,
    /** The harness or the machine failed; never the student's fault. */
    HARNESS;

    /** Return the name by which records and declarations call it, such as "time-limit". */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
