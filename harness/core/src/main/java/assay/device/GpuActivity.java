package assay.device;

/**
 * Hold what the driver saw of a GPU while something ran.
 *
 * @param samples how often it was looked at; 0 where the driver did not say
 * @param beforeMiB memory in use before
 * @param peakMiB the most memory in use
 * @param utilisation the highest share of time in which a kernel ran, in percent
 */
public record GpuActivity(int samples, long beforeMiB, long peakMiB, int utilisation) {
    /** Say whether anything happened: a program that computes on a GPU holds a context, which takes memory, or keeps it busy. */
    public boolean isAny() {
        return peakMiB > beforeMiB || utilisation > 0;
    }
}
