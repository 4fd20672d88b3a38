package assay.timing;

import java.util.List;

/**
 * Hold what fresh processes did, from their start to their end.
 *
 * @param requestsPerBlock requests that a process answers before it is another one's turn, once this is settled
 * @param warmUp number of rounds at the beginning that are not judged
 * @param steady whether the times had become steady by then
 * @param rounds all rounds, those of the warm-up first
 * @param idleMillis processor time that the submission used while it had to rest; it is in the times of its rounds, too
 * @param seconds that the session took, with the start of the processes
 */
public record Session(
        int requestsPerBlock, int warmUp, boolean steady, List<Round> rounds, double idleMillis, double seconds) {
    public Session {
        rounds = List.copyOf(rounds);
    }

    /** Return the rounds that are judged. */
    public List<Round> judged() {
        return rounds.subList(Math.min(warmUp, rounds.size()), rounds.size());
    }
}
