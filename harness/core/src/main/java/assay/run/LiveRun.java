package assay.run;

import java.util.List;

/** Be several children that live side by side, of which one works at a time; nothing else of the sandbox runs meanwhile. */
public interface LiveRun extends AutoCloseable {
    /** Return the children in the order of their plans. */
    List<LiveChild> children();

    /** Say how children rest: "freezer", "signals" or "not". */
    String rest();

    /** Say how processor time is measured: "control group", "processes" or "not". */
    String processorClock();

    /** End all children. */
    @Override
    void close();
}
