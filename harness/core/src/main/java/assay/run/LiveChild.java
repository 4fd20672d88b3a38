package assay.run;

import java.util.List;
import java.util.Optional;

/** Be one child that is asked a few requests at a time and rests in between: while it rests, it is frozen where that works. */
public interface LiveChild {
    /**
     * Hold what came of some requests, asked one after the other.
     *
     * @param outcomes one for each request; fewer when the child ended
     * @param wallMillis from the request to the complete answer by the parent's clock, all together
     * @param cpuMillis processor time of the child and all that it started, since the end of the block before: what was
     *     computed while nothing was asked is in it; empty where it cannot be measured
     * @param idleMillis the part of it that was computed while the child had to rest
     */
    record Block(List<Outcome> outcomes, double wallMillis, Optional<Double> cpuMillis, double idleMillis) {
        public Block {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Wait until the child is ready for {@code task}; return why it cannot be asked, or nothing. */
    Optional<Outcome.Failed> start(String task);

    /** Wake the child, ask, and let it rest again. */
    Block ask(List<Request> requests);
}
