package assay.experiment.job;

/** Measure the time that is spent training, without what is spent looking at the result. */
public final class Stopwatch {
    private long total;
    private long since = System.nanoTime();
    private boolean running = true;

    /** Stop; stopping twice does nothing more. */
    public void stop() {
        if (running) {
            total += System.nanoTime() - since;
            running = false;
        }
    }

    /** Go on. */
    public void go() {
        if (!running) {
            since = System.nanoTime();
            running = true;
        }
    }

    /** Return the time so far in seconds. */
    public double seconds() {
        return (total + (running ? System.nanoTime() - since : 0)) / 1e9;
    }
}
