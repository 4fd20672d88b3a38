package assay.run;

import java.util.List;

/**
 * Say what one submission is asked.
 *
 * @param device where it is to compute
 * @param requests by task in the order of the assignment; at least one for each graded task
 */
public record RunPlan(
        String assignment, int version, String submission, Seeds seeds, Device device, List<Request> requests) {
    public RunPlan {
        requests = List.copyOf(requests);
    }

    /** Plan for the CPU. */
    public RunPlan(String assignment, int version, String submission, Seeds seeds, List<Request> requests) {
        this(assignment, version, submission, seeds, Device.CPU, requests);
    }

    /** Ask the same on another device. */
    public RunPlan on(Device other) {
        return new RunPlan(assignment, version, submission, seeds, other, requests);
    }

    /** Return the requests of one task. */
    public List<Request> of(String task) {
        return requests.stream().filter(request -> request.task().equals(task)).toList();
    }
}
