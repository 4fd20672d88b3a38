package assay.run;

import assay.assignment.Limits;

/**
 * Widen the limits of an assignment, which are made for the CPU, for children on a GPU: the first use of a card loads some
 * gigabytes of libraries and makes a context, which takes seconds and host memory before the submission's own work begins.
 */
final class GpuLimits {
    private static final double START_SECONDS = 60;
    private static final double REQUEST_SECONDS = 30;
    private static final double TOTAL_SECONDS = 120;
    private static final int MEMORY_MIB = 6144;
    private static final int PROCESSES = 256;

    private GpuLimits() {}

    /** Return the limits of a child on a GPU. */
    static Limits of(Limits limits) {
        return new Limits(
                limits.startSeconds() + START_SECONDS,
                limits.requestSeconds() + REQUEST_SECONDS,
                limits.totalSeconds() + TOTAL_SECONDS,
                limits.heapMiB(),
                limits.memoryMiB() + MEMORY_MIB,
                limits.processes() + PROCESSES,
                limits.outputKiB());
    }
}
