package assay.timing;

/** Name what is measured. */
public enum Clock {
    /** Time by the parent's clock. */
    WALL,
    /** Time that processors worked for the child. */
    CPU
}
