package assay.run;

/** Remove what runs of the harness that were killed have left on the machine, and nothing that a living one uses. */
public final class Leftovers {
    private Leftovers() {}

    /** End processes of submissions, and remove temporary folders and control groups, whose harness no longer lives. */
    public static void remove() {
        if (Tools.isRoot()) {
            Slots.sweep();
        }
        StagingArea.sweep();
        ControlGroups.find();
    }
}
