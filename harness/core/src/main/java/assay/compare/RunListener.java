package assay.compare;

/** Hear how a comparison goes on; calls come one at a time. */
public interface RunListener {
    /** Hear that {@code job} gave a result. */
    void done(Job job, RunResult result, TimeLeft left);

    /** Hear that {@code job} gave none. */
    void failed(Job job, String reason, TimeLeft left);

    /** Hear that {@code job} is partly done, {@code share} from 0 to 1. */
    void progress(Job job, double share, TimeLeft left);
}
