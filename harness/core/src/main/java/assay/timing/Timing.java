package assay.timing;

import java.util.List;

/**
 * Hold everything that was measured of one timed criterion of one submission: enough to judge it again.
 *
 * @param language of the submission, and so of the reference: "java" or "python"
 * @param device where both ran, "cpu" or a name of another one
 * @param rest how a process was kept still while it was not its turn: "freezer", "signals" or "not"
 * @param processorClock how processor time was measured: "control group", "processes" or "not"
 * @param trouble what went wrong; {@link Trouble#none()} if nothing did
 */
public record Timing(
        String task,
        String criterion,
        String language,
        String device,
        String rest,
        String processorClock,
        List<Session> sessions,
        Trouble trouble) {
    public Timing {
        sessions = List.copyOf(sessions);
    }

    /** Name whose fault it is that the times do not count. */
    public enum Blame {
        NOBODY,
        SUBMISSION,
        HARNESS
    }

    /** Say why the times do not count; {@code cause} is a short machine name, {@code message} a sentence. */
    public record Trouble(Blame blame, String cause, String message) {
        /** Return that nothing went wrong. */
        public static Trouble none() {
            return new Trouble(Blame.NOBODY, "", "");
        }
    }

    /** Return how long all sessions took. */
    public double seconds() {
        return sessions.stream().mapToDouble(Session::seconds).sum();
    }
}
