package assay.api.reference;

import java.util.List;

/** List reference tasks; found by {@link java.util.ServiceLoader}. */
public interface ReferenceCatalogue {
    /** Return the tasks of one assignment, by its id; an empty list when this catalogue does not know it. */
    List<ReferenceTask> tasks(String assignmentId);
}
