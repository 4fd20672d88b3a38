package assay.run;

/** Name how well a child process is isolated, as found by the live probe. */
public enum IsolationLevel {
    /** Namespaces, system call filter, limits and watchdog: code of strangers may run. */
    A,
    /** As A, but a GPU and its driver can be reached: more of the kernel to attack, memory that no control group counts. */
    B,
    /** An ordinary process with limits: only for one's own code. */
    C;

    /** Say whether code runs in namespaces of its own, under a filter and limits. */
    public boolean isConfined() {
        return this != C;
    }
}
