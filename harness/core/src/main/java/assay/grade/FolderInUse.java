package assay.grade;

import java.io.IOException;

/** Say that somebody else writes to a folder of results, who, and since when. */
public final class FolderInUse extends IOException {
    private static final long serialVersionUID = 1L;

    FolderInUse(String message) {
        super(message);
    }
}
