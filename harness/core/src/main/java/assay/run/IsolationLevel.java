package assay.run;

/** Name how well a child process is isolated, as found by the live probe. */
public enum IsolationLevel {
    /** Namespaces, system call filter, limits and watchdog: code of strangers may run. */
    A,
    /** Confined without namespaces. */
    B,
    /** An ordinary process with limits: only for one's own code. */
    C
}
