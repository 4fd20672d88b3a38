package assay.run;

import java.util.List;

/** Say when the answers to a task have decided it, so that what is left of its requests need not be asked. */
@FunctionalInterface
public interface Sufficiency {
    /** Return whether {@code answered}, the exchanges of {@code task} so far, decide it whatever else is answered. */
    boolean isDecided(String task, List<Exchange> answered);

    /** Return what asks everything. */
    static Sufficiency never() {
        return (task, answered) -> false;
    }
}
