package assay.run;

import java.util.List;

/**
 * Say what one submission is asked.
 *
 * @param requests by task in the order of the assignment; at least one for each graded task
 */
public record RunPlan(String assignment, int version, String submission, Seeds seeds, List<Request> requests) {
    public RunPlan {
        requests = List.copyOf(requests);
    }

    /** Return the requests of one task. */
    public List<Request> of(String task) {
        return requests.stream().filter(request -> request.task().equals(task)).toList();
    }
}
