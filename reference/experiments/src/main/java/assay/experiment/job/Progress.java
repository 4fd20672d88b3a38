package assay.experiment.job;

/** Hear how far a training is. */
@FunctionalInterface
public interface Progress {
    /** Hear that the share {@code done}, 0 to 1, is done; {@code note} says in words what is going on. */
    void report(double done, String note);
}
