package assay.timing;

/** Hold one round: the same fresh requests to the submission and to two processes of the reference. */
public record Round(Times submission, Times reference, Times again) {}
