package assay.check.graph;

import java.util.List;

/** Hold the list of assignments as far as it can be read; {@code unreadable} says what cannot. */
record StepList(List<Step> steps, List<Flaw> unreadable) {
    StepList {
        steps = List.copyOf(steps);
        unreadable = List.copyOf(unreadable);
    }
}
