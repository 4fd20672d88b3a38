package assay.assignment;

/**
 * Bound what a submission may use.
 *
 * @param startSeconds until the child says hello (start of the interpreter, compilation, imports)
 * @param requestSeconds wall clock for one request; time in which the machine had no processor for the child is given back, up to
 *     twice the limit
 * @param totalSeconds wall clock for the whole submission
 * @param heapMiB Java heap
 * @param memoryMiB resident memory of the whole process tree
 * @param processes tasks (processes and threads) alive at once
 * @param outputKiB captured output that is kept; 32 times as much ends the run
 */
public record Limits(
        double startSeconds,
        double requestSeconds,
        double totalSeconds,
        int heapMiB,
        int memoryMiB,
        int processes,
        int outputKiB) {
    /** Return the limits of an assignment that states none: 20 s, 5 s, 120 s, 256 MiB, 768 MiB, 96, 64 KiB. */
    public static Limits standard() {
        return new Limits(20, 5, 120, 256, 768, 96, 64);
    }
}
